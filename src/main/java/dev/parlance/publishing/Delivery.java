package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The snapshots that are served. Reading is a lookup in memory, whatever happens to the database. */
public final class Delivery {
    private final Set<CatalogName> expected;
    private volatile SortedMap<String, Snapshot> snapshots = new TreeMap<>();

    /** @param expected the catalogs without which there is no service */
    public Delivery(Set<CatalogName> expected) {
        this.expected = Set.copyOf(expected);
    }

    /** From now on these snapshots are served for their catalogs, all from the same moment. */
    public synchronized void install(Collection<Snapshot> fresh) {
        var next = new TreeMap<>(snapshots);
        fresh.forEach(it -> next.put(it.catalog().value(), it));
        snapshots = next;
    }

    public Optional<Snapshot> find(CatalogName catalog) {
        return Optional.ofNullable(snapshots.get(catalog.value()));
    }

    /** Refuses an unknown catalog; before all expected ones are loaded, no catalog is unknown yet. */
    public Snapshot of(CatalogName catalog) {
        return find(catalog).orElseThrow(() -> ready()
                ? Refusal.UNKNOWN_CATALOG.with(catalog.value())
                : Refusal.NOT_READY.with());
    }

    /** Sorted by name. */
    public List<Snapshot> all() {
        return List.copyOf(snapshots.values());
    }

    public boolean ready() {
        return expected.stream().allMatch(it -> snapshots.containsKey(it.value()));
    }
}
