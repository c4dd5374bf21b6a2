package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;

/** Releases as they lie in the database. In the transaction of the caller. */
public final class ReadContent {
    private final Releases releases;
    private final Blobs blobs;

    public ReadContent(Releases releases, Blobs blobs) {
        this.releases = releases;
        this.blobs = blobs;
    }

    ReleaseContent of(CatalogName catalog, int number) {
        var release = releases.find(catalog, number).orElseThrow();
        return new ReleaseContent(catalog, number, release.createdAt(), release.title(), release.sourceLocale(),
                releases.bundles(release.id()).stream().map(this::content).toList());
    }

    private ReleaseContent.LocaleContent content(ReleaseBundle it) {
        return new ReleaseContent.LocaleContent(it.locale(), it.bundle(), it.reference(), blobs.encodings(it.bundle()),
                blobs.encodings(it.reference()).get(Encoding.GZIP));
    }
}
