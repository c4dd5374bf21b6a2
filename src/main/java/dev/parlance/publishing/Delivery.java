package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The snapshots that are served. Reading is a lookup in memory, whatever happens to the database. */
public final class Delivery {
    private final Map<CatalogName, Snapshot> snapshots = new ConcurrentHashMap<>();

    /** From now on this snapshot is served for its catalog. */
    public void install(Snapshot snapshot) {
        snapshots.put(snapshot.catalog(), snapshot);
    }

    public Optional<Snapshot> find(CatalogName catalog) {
        return Optional.ofNullable(snapshots.get(catalog));
    }

    /** Refuses an unknown catalog; before the first snapshot is loaded, every catalog is unknown for a while only. */
    public Snapshot of(CatalogName catalog) {
        return find(catalog).orElseThrow(() -> ready()
                ? Refusal.UNKNOWN_CATALOG.with(catalog.value())
                : Refusal.NOT_READY.with());
    }

    /** Sorted by name. */
    public List<Snapshot> all() {
        return snapshots.values().stream().sorted(Comparator.comparing(it -> it.catalog().value())).toList();
    }

    public boolean ready() {
        return !snapshots.isEmpty();
    }
}
