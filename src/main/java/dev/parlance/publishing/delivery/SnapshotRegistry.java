package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channel;
import java.time.Clock;
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

/** The snapshots being served. Reads are in-memory lookups that never depend on the database. */
public final class SnapshotRegistry {
    /** The age of the last confirmation by the database beyond which responses are marked stale. */
    private static final Duration MAX_CONFIRMATION_AGE = Duration.ofSeconds(5);

    private final Set<CatalogName> requiredCatalogs;
    private final LongSupplier nanoClock;
    private final FollowProgress progress = new FollowProgress(Clock.systemUTC());
    private volatile State state = new State(Collections.emptySortedMap(), Set.of());
    private volatile Map<CatalogName, ErrorMembers> errorMembers = Map.of();
    private volatile long confirmedAt;
    private volatile boolean confirmed;

    /**
     * An immutable view of everything being served. Any change creates a new instance, so data derived from it can be cached with it.
     *
     * @param catalogs       snapshots by catalog name, then by channel
     * @param publicCatalogs catalogs known to be public; the others are not served on paths that do not authenticate the caller
     */
    public record State(SortedMap<String, SortedMap<String, Snapshot>> catalogs, Set<String> publicCatalogs) {
        /**
         * Returns whether a catalog is public.
         *
         * @param catalog a catalog name or any other string from a request
         */
        public boolean isPublic(String catalog) {
            return publicCatalogs.contains(catalog);
        }

        Optional<Snapshot> find(CatalogName catalog, String channel) {
            return Optional.ofNullable(catalogs.getOrDefault(catalog.value(), Collections.emptySortedMap()).get(channel));
        }
    }

    /**
     * Creates an empty registry.
     *
     * @param requiredCatalogs the catalogs that must be loaded before the service is ready
     */
    public SnapshotRegistry(Set<CatalogName> requiredCatalogs) {
        this(requiredCatalogs, System::nanoTime);
    }

    SnapshotRegistry(Set<CatalogName> requiredCatalogs, LongSupplier nanoClock) {
        this.requiredCatalogs = Set.copyOf(requiredCatalogs);
        this.nanoClock = nanoClock;
        this.confirmedAt = nanoClock.getAsLong();
    }

    /** Installs snapshots for all channels of their catalogs, atomically. Other catalogs keep theirs. */
    public synchronized void install(Map<CatalogName, SortedMap<String, Snapshot>> snapshots) {
        var next = new TreeMap<>(state.catalogs());
        snapshots.forEach((catalog, channels) -> next.put(catalog.value(), Collections.unmodifiableSortedMap(new TreeMap<>(channels))));
        state = new State(Collections.unmodifiableSortedMap(next), state.publicCatalogs());
    }

    /** Replaces the set of public catalogs. */
    public synchronized void setPublicCatalogs(Set<CatalogName> catalogs) {
        var names = catalogs.stream().map(CatalogName::value).collect(Collectors.toUnmodifiableSet());
        if (!state.publicCatalogs().equals(names)) {
            state = new State(state.catalogs(), names);
        }
    }

    /** Replaces the members of error bodies. Catalogs that are not contained have the default ones. */
    public void setErrorMembers(Map<CatalogName, ErrorMembers> errorMembers) {
        this.errorMembers = Map.copyOf(errorMembers);
    }

    /** Returns the members of the error bodies that a catalog localizes. Until the database has answered, they are the default ones. */
    public ErrorMembers errorMembers(CatalogName catalog) {
        return errorMembers.getOrDefault(catalog, ErrorMembers.DEFAULT);
    }

    /** Stops serving all other catalogs. */
    synchronized void retainOnly(Set<CatalogName> catalogs) {
        var next = new TreeMap<>(state.catalogs());
        if (next.keySet().retainAll(catalogs.stream().map(CatalogName::value).toList())) {
            state = new State(Collections.unmodifiableSortedMap(next), state.publicCatalogs());
        }
    }

    /** Records that the database has just confirmed the served snapshots as current. */
    public void markCurrent() {
        confirmedAt = nanoClock.getAsLong();
        confirmed = true;
    }

    /** Returns whether the database has confirmed the snapshots since the start. Until then, catalogs may be missing. */
    public boolean isConfirmed() {
        return confirmed;
    }

    /** Returns the time since the database last confirmed the served snapshots, or since the start. */
    public Duration confirmationAge() {
        return Duration.ofNanos(nanoClock.getAsLong() - confirmedAt);
    }

    public FollowProgress progress() {
        return progress;
    }

    /** Returns the time since the last confirmation; empty up to 5 seconds. */
    public Optional<Duration> staleness() {
        var age = confirmationAge();
        return age.compareTo(MAX_CONFIRMATION_AGE) > 0 ? Optional.of(age) : Optional.empty();
    }

    public State state() {
        return state;
    }

    /** Returns the snapshot of the production channel. */
    public Optional<Snapshot> find(CatalogName catalog) {
        return state.find(catalog, Channel.PRODUCTION);
    }

    /**
     * Returns the snapshot of the production channel.
     *
     * @throws dev.parlance.problems.ProblemException as {@link #get(CatalogName, String)}
     */
    public Snapshot get(CatalogName catalog) {
        return get(catalog, Channel.PRODUCTION);
    }

    /**
     * Returns the snapshot of a channel.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_CHANNEL} or {@link ProblemType#UNKNOWN_CATALOG}; until
     *         all required catalogs are loaded and confirmed, {@link ProblemType#NOT_READY} instead of the latter
     */
    public Snapshot get(CatalogName catalog, String channel) {
        return state.find(catalog, channel).orElseThrow(() -> {
            if (state.catalogs().containsKey(catalog.value())) {
                return ProblemType.UNKNOWN_CHANNEL.with(channel, catalog.value());
            }
            return isReady() && isConfirmed() ? ProblemType.UNKNOWN_CATALOG.with(catalog.value()) : ProblemType.NOT_READY.with();
        });
    }

    /** Returns the snapshot of a release if a channel points at it. */
    public Optional<Snapshot> findRelease(CatalogName catalog, int number) {
        return channels(catalog).values().stream().filter(it -> it.release() == number).findFirst();
    }

    /** Returns the snapshots of a catalog by channel, sorted by channel name; empty for an unknown catalog. */
    public SortedMap<String, Snapshot> channels(CatalogName catalog) {
        return state.catalogs().getOrDefault(catalog.value(), Collections.emptySortedMap());
    }

    /** Returns the production snapshots of all catalogs, sorted by catalog name. */
    public List<Snapshot> productionSnapshots() {
        return state.catalogs().values().stream().map(it -> it.get(Channel.PRODUCTION)).filter(it -> it != null).toList();
    }

    /** Returns whether all required catalogs have a production snapshot. */
    public boolean isReady() {
        return requiredCatalogs.stream().allMatch(it -> find(it).isPresent());
    }
}
