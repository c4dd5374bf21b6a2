package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.Refusal;
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
public final class Delivery {
    /** Without a confirmed head for longer than this, what is served is said to be stale. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Set<CatalogName> expected;
    private final LongSupplier nanos;
    private volatile State state = new State(Collections.emptySortedMap(), Set.of());
    private volatile long confirmed;

    /**
     * What is served at one moment. Another object as soon as anything else is, so that what is derived from it can be kept with it.
     *
     * @param catalogs by name; in each the snapshot of each channel
     * @param open those that are known to be for everybody: nothing of the others is read where nobody asks who reads
     */
    public record State(SortedMap<String, SortedMap<String, Snapshot>> catalogs, Set<String> open) {
        /** @param catalog its name, or what somebody takes for one */
        public boolean isOpen(String catalog) {
            return open.contains(catalog);
        }

        Optional<Snapshot> find(CatalogName catalog, String channel) {
            return Optional.ofNullable(catalogs.getOrDefault(catalog.value(), Collections.emptySortedMap()).get(channel));
        }
    }

    /** @param expected the catalogs without which there is no service */
    public Delivery(Set<CatalogName> expected) {
        this(expected, System::nanoTime);
    }

    Delivery(Set<CatalogName> expected, LongSupplier nanos) {
        this.expected = Set.copyOf(expected);
        this.nanos = nanos;
        this.confirmed = nanos.getAsLong();
    }

    /** From now on these snapshots are served for the channels of their catalogs, all from the same moment; other catalogs stay. */
    public synchronized void install(Map<CatalogName, SortedMap<String, Snapshot>> fresh) {
        var next = new TreeMap<>(state.catalogs());
        fresh.forEach((catalog, channels) -> next.put(catalog.value(), Collections.unmodifiableSortedMap(new TreeMap<>(channels))));
        state = new State(Collections.unmodifiableSortedMap(next), state.open());
    }

    /** From now on these catalogs, and no others, are for everybody. */
    public synchronized void open(Set<CatalogName> catalogs) {
        var names = catalogs.stream().map(CatalogName::value).collect(Collectors.toUnmodifiableSet());
        if (!state.open().equals(names)) {
            state = new State(state.catalogs(), names);
        }
    }

    /** Other catalogs are no longer served. */
    synchronized void keepOnly(Set<CatalogName> catalogs) {
        var next = new TreeMap<>(state.catalogs());
        if (next.keySet().retainAll(catalogs.stream().map(CatalogName::value).toList())) {
            state = new State(Collections.unmodifiableSortedMap(next), state.open());
        }
    }

    /** The database was asked just now, and what is served is what it says. */
    public void confirm() {
        confirmed = nanos.getAsLong();
    }

    /** Since the last confirmation; empty while that is not long ago. */
    public Optional<Duration> stale() {
        var age = Duration.ofNanos(nanos.getAsLong() - confirmed);
        return age.compareTo(FRESH) > 0 ? Optional.of(age) : Optional.empty();
    }

    public State state() {
        return state;
    }

    /** What apps read when they name no channel. */
    public Optional<Snapshot> find(CatalogName catalog) {
        return state.find(catalog, Channel.PRODUCTION);
    }

    /** Refuses an unknown catalog; before all expected ones are loaded, no catalog is unknown yet. */
    public Snapshot of(CatalogName catalog) {
        return of(catalog, Channel.PRODUCTION);
    }

    /** As {@link #of(CatalogName)}; refuses an unknown channel too. */
    public Snapshot of(CatalogName catalog, String channel) {
        return state.find(catalog, channel).orElseThrow(() -> {
            if (state.catalogs().containsKey(catalog.value())) {
                return Refusal.UNKNOWN_CHANNEL.with(channel, catalog.value());
            }
            return ready() ? Refusal.UNKNOWN_CATALOG.with(catalog.value()) : Refusal.NOT_READY.with();
        });
    }

    /** A release that some channel points at. */
    public Optional<Snapshot> release(CatalogName catalog, int number) {
        return channels(catalog).values().stream().filter(it -> it.release() == number).findFirst();
    }

    /** Sorted by name; empty for an unknown catalog. */
    public SortedMap<String, Snapshot> channels(CatalogName catalog) {
        return state.catalogs().getOrDefault(catalog.value(), Collections.emptySortedMap());
    }

    /** Of each catalog what apps read when they name no channel, sorted by name. */
    public List<Snapshot> all() {
        return state.catalogs().values().stream().map(it -> it.get(Channel.PRODUCTION)).filter(it -> it != null).toList();
    }

    public boolean ready() {
        return expected.stream().allMatch(it -> find(it).isPresent());
    }
}
