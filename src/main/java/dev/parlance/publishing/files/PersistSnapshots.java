package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.LoadReleases;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Saves the served snapshots to local files, and serves from them until the database is reached. */
public final class PersistSnapshots {
    private final SnapshotFolder files;
    private final Channels channels;
    private final LoadReleases loadReleases;
    private final Transactions transactions;
    private final SnapshotRegistry snapshotRegistry;
    /** The snapshots served when a catalog was last saved, by catalog name. */
    private final Map<String, SortedMap<String, Snapshot>> persisted = new ConcurrentHashMap<>();

    public PersistSnapshots(SnapshotFolder files, Channels channels, LoadReleases loadReleases, Transactions transactions,
            SnapshotRegistry snapshotRegistry) {
        this.files = files;
        this.channels = channels;
        this.loadReleases = loadReleases;
        this.transactions = transactions;
        this.snapshotRegistry = snapshotRegistry;
    }

    /** Returns the catalogs whose served snapshots differ from their files, whichever replica caused it. */
    public List<CatalogName> unsavedCatalogs() {
        return snapshotRegistry.state().catalogs().entrySet().stream().filter(it -> it.getValue() != persisted.get(it.getKey()))
                .map(it -> new CatalogName(it.getKey())).toList();
    }

    /**
     * Saves a catalog.
     *
     * @throws java.io.UncheckedIOException if the files cannot be written; the files saved before remain intact
     */
    public void persist(CatalogName catalog) {
        // Read before saving, so that a change made meanwhile leaves the catalog unsaved.
        var served = snapshotRegistry.channels(catalog);
        files.save(transactions.call(() -> {
            var releaseByChannel = new TreeMap<String, Integer>();
            channels.findByCatalog(catalog).forEach(it -> releaseByChannel.put(it.name(), it.release()));
            return new PersistedCatalog(catalog, releaseByChannel,
                    loadReleases.loadContents(catalog, new TreeSet<>(releaseByChannel.values()),
                            snapshotRegistry.channels(catalog).values()));
        }));
        persisted.put(catalog.value(), served);
    }

    /**
     * Loads and serves what the files contain.
     *
     * @return one line for each file or catalog that cannot be used, with the reason
     */
    public List<String> restore() {
        var loaded = files.load();
        var errors = new ArrayList<>(loaded.errors());
        for (var catalog : loaded.catalogs()) {
            try {
                var byNumber = new TreeMap<Integer, Snapshot>();
                catalog.releases().forEach(it -> byNumber.put(it.release(), Snapshot.of(it, List.copyOf(byNumber.values()))));
                var snapshots = new TreeMap<String, Snapshot>();
                catalog.channels().forEach((channel, release) -> snapshots.put(channel, byNumber.get(release)));
                snapshotRegistry.install(Map.of(catalog.catalog(), snapshots));
                persisted.put(catalog.catalog().value(), snapshotRegistry.channels(catalog.catalog()));
            } catch (RuntimeException | StackOverflowError e) {
                errors.add(catalog.catalog() + ": " + e);
            }
        }
        return errors;
    }
}
