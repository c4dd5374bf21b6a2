package dev.parlance.publishing.files;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.LoadReleases;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** The last saved state of each catalog, by its name. */
    private final Map<String, SavedState> persisted = new ConcurrentHashMap<>();

    /** Two states are equal only if they serve the same snapshot instances. */
    private record SavedState(SortedMap<String, Snapshot> snapshots, boolean isPublic) {
        boolean matches(SortedMap<String, Snapshot> current, boolean currentlyPublic) {
            return snapshots == current && isPublic == currentlyPublic;
        }
    }

    /**
     * The outcome of {@link #restore}.
     *
     * @param publicCatalogs the restored catalogs that were public when their files were written
     * @param errors         one line for each file or catalog that cannot be used, with the reason
     */
    public record RestoreResult(Set<CatalogName> publicCatalogs, List<String> errors) {
        public RestoreResult {
            publicCatalogs = Set.copyOf(publicCatalogs);
            errors = List.copyOf(errors);
        }
    }

    public PersistSnapshots(SnapshotFolder files, Channels channels, LoadReleases loadReleases, Transactions transactions,
            SnapshotRegistry snapshotRegistry) {
        this.files = files;
        this.channels = channels;
        this.loadReleases = loadReleases;
        this.transactions = transactions;
        this.snapshotRegistry = snapshotRegistry;
    }

    /** Returns the catalogs whose served snapshots or visibility differ from their files. */
    public List<CatalogName> unsavedCatalogs() {
        var state = snapshotRegistry.state();
        return state.catalogs().entrySet().stream()
                .filter(it -> !persisted.containsKey(it.getKey())
                        || !persisted.get(it.getKey()).matches(it.getValue(), state.isPublic(it.getKey())))
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
        boolean isPublic = snapshotRegistry.state().isPublic(catalog.value());
        files.save(transactions.call(() -> {
            var releaseByChannel = new TreeMap<String, Integer>();
            channels.findByCatalog(catalog).forEach(it -> releaseByChannel.put(it.name(), it.release()));
            return new PersistedCatalog(catalog, isPublic, releaseByChannel,
                    loadReleases.loadContents(catalog, new TreeSet<>(releaseByChannel.values()),
                            snapshotRegistry.channels(catalog).values()));
        }));
        persisted.put(catalog.value(), new SavedState(served, isPublic));
    }

    /** Loads and serves what the files contain. */
    public RestoreResult restore() {
        var loaded = files.load();
        var publicCatalogs = new HashSet<CatalogName>();
        var errors = new ArrayList<>(loaded.errors());
        for (var catalog : loaded.catalogs()) {
            try {
                var byNumber = new TreeMap<Integer, Snapshot>();
                catalog.releases().forEach(it -> byNumber.put(it.release(), Snapshot.of(it, List.copyOf(byNumber.values()))));
                var snapshots = new TreeMap<String, Snapshot>();
                catalog.channels().forEach((channel, release) -> snapshots.put(channel, byNumber.get(release)));
                snapshotRegistry.install(Map.of(catalog.catalog(), snapshots));
                persisted.put(catalog.catalog().value(),
                        new SavedState(snapshotRegistry.channels(catalog.catalog()), catalog.knownPublic()));
                if (catalog.knownPublic()) {
                    publicCatalogs.add(catalog.catalog());
                }
            } catch (RuntimeException | Error e) {
                errors.add(catalog.catalog() + ": " + e);
            }
        }
        return new RestoreResult(publicCatalogs, errors);
    }
}
