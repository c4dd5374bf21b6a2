package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import java.util.List;
import java.util.Optional;

/** Brings what the channels point at from the database into memory. */
public final class LoadPublished {
    private final Catalogs catalogs;
    private final Releases releases;
    private final Blobs blobs;
    private final Transactions transactions;
    private final Delivery delivery;

    public LoadPublished(Catalogs catalogs, Releases releases, Blobs blobs, Transactions transactions, Delivery delivery) {
        this.catalogs = catalogs;
        this.releases = releases;
        this.blobs = blobs;
        this.transactions = transactions;
        this.delivery = delivery;
    }

    /** All catalogs are read before the first is served, so that a half-loaded service does not call a catalog unknown. */
    public void all() {
        var sources = transactions.call(() ->
                catalogs.names().stream().map(this::source).flatMap(Optional::stream).toList());
        sources.stream().map(Snapshot::new).toList().forEach(delivery::install);
    }

    private Optional<Snapshot.Source> source(CatalogName catalog) {
        return releases.at(catalog, Channel.PRODUCTION).map(release -> new Snapshot.Source(
                catalog, release.title(), release.sourceLocale(), release.number(), documents(release)));
    }

    private List<Snapshot.Documents> documents(Release release) {
        return releases.bundles(release).stream()
                .map(it -> new Snapshot.Documents(it.locale(), blobs.get(it.bundle()), blobs.get(it.reference())))
                .toList();
    }
}
