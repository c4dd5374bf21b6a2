package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.delivery.Delivery;
import dev.parlance.publishing.memory.ReadContent;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what is served in files beside the service, and serves what they hold while no database has been reached. */
public final class KeepReleases {
    private final SnapshotFiles files;
    private final Channels channels;
    private final ReadContent read;
    private final Transactions transactions;
    private final Delivery delivery;
    /** By the names of catalogs, what was served when they were last kept. */
    private final Map<String, SortedMap<String, Snapshot>> kept = new ConcurrentHashMap<>();

    public KeepReleases(SnapshotFiles files, Channels channels, ReadContent read, Transactions transactions, Delivery delivery) {
        this.files = files;
        this.channels = channels;
        this.read = read;
        this.transactions = transactions;
        this.delivery = delivery;
    }

    /** The catalogs that are served otherwise than they are kept, whoever moved their channels. */
    public List<CatalogName> due() {
        return delivery.state().catalogs().entrySet().stream().filter(it -> it.getValue() != kept.get(it.getKey()))
                .map(it -> new CatalogName(it.getKey())).toList();
    }

    /** @throws java.io.UncheckedIOException where the files cannot be written; what was kept before is kept still */
    public void keep(CatalogName catalog) {
        // What is served later is due again.
        var served = delivery.channels(catalog);
        files.save(transactions.call(() -> {
            var pointed = new TreeMap<String, Integer>();
            channels.of(catalog).forEach(it -> pointed.put(it.name(), it.release()));
            return new Kept(catalog, pointed, read.of(catalog, new TreeSet<>(pointed.values()), delivery.channels(catalog).values()));
        }));
        kept.put(catalog.value(), served);
    }

    /** @return a line each for what cannot be used, with the reason */
    public List<String> restore() {
        var loaded = files.load();
        var refused = new ArrayList<>(loaded.refused());
        for (var file : loaded.kept()) {
            try {
                var byNumber = new TreeMap<Integer, Snapshot>();
                file.releases().forEach(it -> byNumber.put(it.release(), Snapshot.of(it, List.copyOf(byNumber.values()))));
                var snapshots = new TreeMap<String, Snapshot>();
                file.channels().forEach((channel, release) -> snapshots.put(channel, byNumber.get(release)));
                delivery.install(Map.of(file.catalog(), snapshots));
                kept.put(file.catalog().value(), delivery.channels(file.catalog()));
            } catch (RuntimeException | StackOverflowError e) {
                refused.add(file.catalog() + ": " + e);
            }
        }
        return refused;
    }
}
