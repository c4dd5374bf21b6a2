package dev.parlance.limits;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue whose lanes take turns, regardless of their length. Not thread-safe.
 *
 * <p>Lanes are nested, as networks are: a lane is a list of names, from the widest network to the narrowest. Lanes take turns at each
 * level, so a client with thousands of addresses in one wide network has the share of one client.
 *
 * <p>A full queue does not reject new entries, because clients that keep it full would then exclude all others. Instead, a new entry
 * displaces one of the longest lane: the longest among the widest networks, then the longest within that network. Among lanes of equal
 * length, the choice is random. Always displacing the newest entry would let each new entry exclude the one before. Always displacing the
 * oldest would let a burst as long as the queue displace all others before they are served. A random choice gives each entry the same
 * chance, whatever the timing of an attacker, and a client that retries is eventually served.
 */
public final class FairQueue<T> {
    private final long capacity;
    private final long laneCapacity;
    private final RandomGenerator random;
    private final Lane<T> root = new Lane<>(null);

    public FairQueue(long capacity, long laneCapacity) {
        this(capacity, laneCapacity, new SplittableRandom());
    }

    FairQueue(long capacity, long laneCapacity, RandomGenerator random) {
        this.capacity = capacity;
        this.laneCapacity = laneCapacity;
        this.random = random;
    }

    /** A lane that consists of narrower lanes or of single entries. */
    private static final class Lane<T> {
        private final @Nullable T entry;
        /** In the order in which they are served. Empty ones are removed. */
        private final Map<Object, Lane<T>> parts = new LinkedHashMap<>();
        private int size;

        Lane(@Nullable T entry) {
            this.entry = entry;
            this.size = entry == null ? 0 : 1;
        }

        void add(Iterator<String> path, Lane<T> newcomer) {
            if (path.hasNext()) {
                parts.computeIfAbsent(path.next(), it -> new Lane<>(null)).add(path, newcomer);
            } else {
                parts.put(newcomer, newcomer);
            }
            size++;
        }

        /** Removes the oldest entry of the part whose turn it is, then moves this part to the end. */
        T poll() {
            var next = parts.entrySet().iterator().next();
            parts.remove(next.getKey());
            var part = next.getValue();
            var polled = part.entry == null ? part.poll() : part.entry;
            if (part.entry == null && part.size > 0) {
                parts.put(next.getKey(), part);
            }
            size--;
            return polled;
        }

        /** Removes a random entry of the longest part, or of the part on the path, but never the newcomer. */
        T displace(Iterator<String> path, Lane<T> newcomer, RandomGenerator random) {
            var key = path.hasNext() ? path.next() : longestPart(newcomer, random);
            var part = Objects.requireNonNull(parts.get(key));
            var displaced = part.entry == null ? part.displace(path, newcomer, random) : part.entry;
            if (part.entry != null || part.size == 0) {
                parts.remove(key);
            }
            size--;
            return displaced;
        }

        private Object longestPart(Lane<T> newcomer, RandomGenerator random) {
            var candidates = parts.entrySet().stream().filter(it -> !it.getValue().consistsOf(newcomer)).toList();
            int longest = candidates.stream().mapToInt(it -> it.getValue().size).max().orElseThrow();
            var equal = candidates.stream().filter(it -> it.getValue().size == longest).toList();
            return equal.get(random.nextInt(equal.size())).getKey();
        }

        private boolean consistsOf(Lane<T> newcomer) {
            return this == newcomer || size == 1 && entry == null && parts.values().iterator().next().consistsOf(newcomer);
        }
    }

    /** Returns whether a lane has as many entries as one lane may have. A further one displaces one of them. */
    public boolean isLaneFull(List<String> lane) {
        var part = root;
        for (var name : lane) {
            part = part.parts.get(name);
            if (part == null) {
                return false;
            }
        }
        return part.size >= laneCapacity;
    }

    /**
     * Adds an entry.
     *
     * @param lane the names of the lane, from the widest to the narrowest
     * @return the entry that this one has displaced, if the lane or the queue was full
     */
    public Optional<T> offer(List<String> lane, T entry) {
        boolean laneFull = isLaneFull(lane);
        var newcomer = new Lane<T>(entry);
        root.add(lane.iterator(), newcomer);
        if (laneFull) {
            return Optional.of(root.displace(lane.iterator(), newcomer, random));
        }
        return root.size > capacity ? Optional.of(root.displace(List.<String>of().iterator(), newcomer, random)) : Optional.empty();
    }

    /** Removes the oldest entry of the lane whose turn it is. */
    public Optional<T> poll() {
        return root.size == 0 ? Optional.empty() : Optional.of(root.poll());
    }
}
