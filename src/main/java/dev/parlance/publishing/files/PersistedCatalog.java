package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.release.ReleaseContent;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a snapshot file: everything needed to serve a catalog without a database.
 *
 * @param knownPublic whether the catalog is known to have been public when the file was written; false if that is unknown
 * @param channels release numbers by channel name
 * @param releases at least the releases that channels point at
 */
public record PersistedCatalog(CatalogName catalog, boolean knownPublic, SortedMap<String, Integer> channels,
        List<ReleaseContent> releases) {

    /**
     * Validates that the parts are consistent.
     *
     * @throws IllegalArgumentException if a channel points at a missing release, or a release belongs to another catalog
     */
    public PersistedCatalog {
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        releases = List.copyOf(releases);
        for (var release : releases) {
            if (!release.catalog().equals(catalog)) {
                throw new IllegalArgumentException("release of " + release.catalog() + " in the snapshot of " + catalog);
            }
        }
        var numbers = releases.stream().map(ReleaseContent::release).toList();
        if (!numbers.containsAll(channels.values())) {
            throw new IllegalArgumentException("channels " + channels + " of " + catalog + " point at releases other than " + numbers);
        }
    }

    /** Returns the same content without the claim that the catalog is public. */
    PersistedCatalog withUnknownVisibility() {
        return new PersistedCatalog(catalog, false, channels, releases);
    }
}
