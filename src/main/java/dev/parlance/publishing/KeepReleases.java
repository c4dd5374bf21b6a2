package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what is served in files beside the service, and serves what they hold while no database has been reached. */
public final class KeepReleases {
    private final SnapshotFiles files;
    private final Channels channels;
    private final ReadContent read;
    private final Transactions transactions;
    private final Delivery delivery;

    public KeepReleases(SnapshotFiles files, Channels channels, ReadContent read, Transactions transactions, Delivery delivery) {
        this.files = files;
        this.channels = channels;
        this.read = read;
        this.transactions = transactions;
        this.delivery = delivery;
    }

    /** @throws java.io.UncheckedIOException where the files cannot be written; what was kept before is kept still */
    public void keep(CatalogName catalog) {
        files.save(transactions.call(() -> {
            var pointed = new TreeMap<String, Integer>();
            channels.of(catalog).forEach(it -> pointed.put(it.name(), it.release()));
            return new Kept(catalog, pointed, pointed.values().stream().distinct().map(it -> read.of(catalog, it)).toList());
        }));
    }

    /** @return a line each for what cannot be used, with the reason */
    public List<String> restore() {
        var loaded = files.load();
        var refused = new ArrayList<>(loaded.refused());
        for (var kept : loaded.kept()) {
            try {
                var byNumber = new TreeMap<Integer, Snapshot>();
                kept.releases().forEach(it -> byNumber.put(it.release(), Snapshot.of(it)));
                var snapshots = new TreeMap<String, Snapshot>();
                kept.channels().forEach((channel, release) -> snapshots.put(channel, byNumber.get(release)));
                delivery.install(Map.of(kept.catalog(), snapshots));
            } catch (RuntimeException | StackOverflowError e) {
                refused.add(kept.catalog() + ": " + e);
            }
        }
        return refused;
    }
}
