package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings what the channels point at from the database into memory. */
public final class LoadPublished {
    private final Catalogs catalogs;
    private final Releases releases;
    private final Channels channels;
    private final Blobs blobs;
    private final Transactions transactions;
    private final Delivery delivery;

    public LoadPublished(Catalogs catalogs, Releases releases, Channels channels, Blobs blobs, Transactions transactions, Delivery delivery) {
        this.catalogs = catalogs;
        this.releases = releases;
        this.channels = channels;
        this.blobs = blobs;
        this.transactions = transactions;
        this.delivery = delivery;
    }

    /**
     * One catalog that cannot be loaded does not keep the others away.
     *
     * @throws IllegalStateException when all others are served, with what was wrong with it
     */
    public void all() {
        var sources = transactions.call(() ->
                catalogs.names().stream().map(this::source).flatMap(Optional::stream).toList());
        var loaded = new ArrayList<Snapshot>();
        var failure = new IllegalStateException("not all catalogs could be loaded");
        for (var source : sources) {
            try {
                loaded.add(new Snapshot(source));
            } catch (RuntimeException | StackOverflowError e) {
                failure.addSuppressed(new IllegalStateException(source.catalog().value(), e));
            }
        }
        delivery.install(loaded);
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private Optional<Snapshot.Source> source(CatalogName catalog) {
        return channels.find(catalog, Channel.PRODUCTION).flatMap(it -> releases.find(catalog, it.release())).map(release -> new Snapshot.Source(
                catalog, release.title(), release.sourceLocale(), release.number(), documents(release)));
    }

    private List<Snapshot.Documents> documents(Release release) {
        return releases.bundles(release.id()).stream()
                .map(it -> new Snapshot.Documents(it.locale(), blobs.get(it.bundle()), blobs.get(it.reference())))
                .toList();
    }
}
