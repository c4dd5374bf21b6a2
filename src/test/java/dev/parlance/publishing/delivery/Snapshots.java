package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.ReleaseContent;
import java.time.Instant;
import java.util.List;

/** Snapshots without locales, for tests of what surrounds them. */
final class Snapshots {

    private Snapshots() {
    }

    static Snapshot snapshot(CatalogName catalog, int release) {
        return Snapshot.of(new ReleaseContent(catalog, release, Instant.EPOCH, "Title", LocaleTag.parse("en"), List.of()), List.of());
    }
}
