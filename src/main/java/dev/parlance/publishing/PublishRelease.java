package dev.parlance.publishing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.locales.LocaleTag;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Cuts a release of a catalog's draft. Works in the transaction of its caller, who holds the lock on the catalog. */
public final class PublishRelease {
    private final Messages messages;
    private final Texts texts;
    private final Releases releases;
    private final Blobs blobs;
    private final Clock clock;

    public PublishRelease(Messages messages, Texts texts, Releases releases, Blobs blobs, Clock clock) {
        this.messages = messages;
        this.texts = texts;
        this.releases = releases;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** The first release of a catalog that has none, with the channel that apps read pointing at it. */
    public boolean first(Catalog catalog) {
        if (releases.latest(catalog.name()).isPresent()) {
            return false;
        }
        releases.add(new Channel(Channel.PRODUCTION, cut(catalog).id()));
        return true;
    }

    private Release cut(Catalog catalog) {
        var last = releases.latest(catalog.name());
        var before = new HashMap<LocaleTag, Frozen.Before>();
        last.ifPresent(release -> releases.bundles(release)
                .forEach(it -> before.put(it.locale(), new Frozen.Before(it.changedIn(), it.bundle()))));
        var draft = Draft.of(catalog.name(), catalog.sourceLocale(), catalog.locales(),
                messages.of(catalog.name()), texts.of(catalog.name()));
        var release = new Release(catalog, last.map(Release::number).orElse(0) + 1, clock.instant());
        var frozen = Frozen.freeze(draft, release.number(), Map.copyOf(before));
        // What cannot be loaded must not be published: it could never be changed again.
        new Snapshot(new Snapshot.Source(release.catalog(), release.title(), release.sourceLocale(), release.number(),
                frozen.stream().map(Snapshot.Documents::of).toList()));
        frozen.forEach(it -> {
            blobs.add(it.bundle());
            blobs.add(it.reference());
        });
        releases.add(release, frozen.stream().map(it -> new ReleaseBundle(release.id(), it)).toList());
        return release;
    }
}
