package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channel;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The snapshots that are served. Reading is a lookup in memory, whatever happens to the database. */
public final class SnapshotRegistry {
    /** Without a confirmed head for longer than this, what is served is said to be stale. */
    private static final Duration MAX_CONFIRMATION_AGE = Duration.ofSeconds(5);

    private final Set<CatalogName> requiredCatalogs;
    private final LongSupplier nanoClock;
    private volatile State state = new State(Collections.emptySortedMap(), Set.of());
    private volatile long confirmedAt;

    /**
     * What is served at one moment. Another object as soon as anything else is, so that what is derived from it can be kept with it.
     *
     * @param catalogs by name; in each the snapshot of each channel
     * @param open those that are known to be for everybody: nothing of the others is read where nobody asks who reads
     */
    public record State(SortedMap<String, SortedMap<String, Snapshot>> catalogs, Set<String> publicCatalogs) {
        /** @param catalog its name, or what somebody takes for one */
        public boolean isPublic(String catalog) {
            return publicCatalogs.contains(catalog);
        }

        Optional<Snapshot> find(CatalogName catalog, String channel) {
            return Optional.ofNullable(catalogs.getOrDefault(catalog.value(), Collections.emptySortedMap()).get(channel));
        }
    }

    /** @param expected the catalogs without which there is no service */
    public SnapshotRegistry(Set<CatalogName> requiredCatalogs) {
        this(requiredCatalogs, System::nanoTime);
    }

    SnapshotRegistry(Set<CatalogName> requiredCatalogs, LongSupplier nanoClock) {
        this.requiredCatalogs = Set.copyOf(requiredCatalogs);
        this.nanoClock = nanoClock;
        this.confirmedAt = nanoClock.getAsLong();
    }

    /** From now on these snapshots are served for the channels of their catalogs, all from the same moment; other catalogs stay. */
    public synchronized void install(Map<CatalogName, SortedMap<String, Snapshot>> snapshots) {
        var next = new TreeMap<>(state.catalogs());
        snapshots.forEach((catalog, channels) -> next.put(catalog.value(), Collections.unmodifiableSortedMap(new TreeMap<>(channels))));
        state = new State(Collections.unmodifiableSortedMap(next), state.publicCatalogs());
    }

    /** From now on these catalogs, and no others, are for everybody. */
    public synchronized void setPublicCatalogs(Set<CatalogName> catalogs) {
        var names = catalogs.stream().map(CatalogName::value).collect(Collectors.toUnmodifiableSet());
        if (!state.publicCatalogs().equals(names)) {
            state = new State(state.catalogs(), names);
        }
    }

    /** Other catalogs are no longer served. */
    synchronized void retainOnly(Set<CatalogName> catalogs) {
        var next = new TreeMap<>(state.catalogs());
        if (next.keySet().retainAll(catalogs.stream().map(CatalogName::value).toList())) {
            state = new State(Collections.unmodifiableSortedMap(next), state.publicCatalogs());
        }
    }

    /** The database was asked just now, and what is served is what it says. */
    public void markCurrent() {
        confirmedAt = nanoClock.getAsLong();
    }

    /** Since the last confirmation; empty while that is not long ago. */
    public Optional<Duration> staleness() {
        var age = Duration.ofNanos(nanoClock.getAsLong() - confirmedAt);
        return age.compareTo(MAX_CONFIRMATION_AGE) > 0 ? Optional.of(age) : Optional.empty();
    }

    public State state() {
        return state;
    }

    /** What apps read when they name no channel. */
    public Optional<Snapshot> find(CatalogName catalog) {
        return state.find(catalog, Channel.PRODUCTION);
    }

    /** Refuses an unknown catalog; before all expected ones are loaded, no catalog is unknown yet. */
    public Snapshot get(CatalogName catalog) {
        return get(catalog, Channel.PRODUCTION);
    }

    /** As {@link #of(CatalogName)}; refuses an unknown channel too. */
    public Snapshot get(CatalogName catalog, String channel) {
        return state.find(catalog, channel).orElseThrow(() -> {
            if (state.catalogs().containsKey(catalog.value())) {
                return ProblemType.UNKNOWN_CHANNEL.with(channel, catalog.value());
            }
            return isReady() ? ProblemType.UNKNOWN_CATALOG.with(catalog.value()) : ProblemType.NOT_READY.with();
        });
    }

    /** A release that some channel points at. */
    public Optional<Snapshot> findRelease(CatalogName catalog, int number) {
        return channels(catalog).values().stream().filter(it -> it.release() == number).findFirst();
    }

    /** Sorted by name; empty for an unknown catalog. */
    public SortedMap<String, Snapshot> channels(CatalogName catalog) {
        return state.catalogs().getOrDefault(catalog.value(), Collections.emptySortedMap());
    }

    /** Of each catalog what apps read when they name no channel, sorted by name. */
    public List<Snapshot> productionSnapshots() {
        return state.catalogs().values().stream().map(it -> it.get(Channel.PRODUCTION)).filter(it -> it != null).toList();
    }

    public boolean isReady() {
        return requiredCatalogs.stream().allMatch(it -> find(it).isPresent());
    }
}
