package dev.parlance.security.authentication;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bounded queue that serves its lanes in turn, regardless of their length. Not thread-safe.
 *
 * <p>A full queue makes room for a short lane by dropping the newest item of the longest lane.
 */
final class FairQueue<T> {
    private final long capacity;
    private final long laneCapacity;
    /** In the order in which the lanes are served. Lanes without items are removed. */
    private final Map<String, Deque<T>> lanes = new LinkedHashMap<>();
    private long size;

    FairQueue(long capacity, long laneCapacity) {
        this.capacity = capacity;
        this.laneCapacity = laneCapacity;
    }

    boolean isLaneFull(String lane) {
        return laneSize(lane) >= laneCapacity;
    }

    /** Adds an item. Returns the item that was dropped because of a limit, which may be this one. */
    Optional<T> offer(String lane, T item) {
        if (isLaneFull(lane)) {
            return Optional.of(item);
        }
        Optional<T> dropped = Optional.empty();
        if (size >= capacity) {
            var longest = lanes.values().stream().max(Comparator.comparingInt(Deque::size)).orElseThrow();
            if (longest.size() <= laneSize(lane) + 1) {
                return Optional.of(item);
            }
            dropped = Optional.of(longest.removeLast());
            size--;
        }
        lanes.computeIfAbsent(lane, it -> new ArrayDeque<>()).addLast(item);
        size++;
        return dropped;
    }

    /** Removes the oldest item of the lane whose turn it is. */
    Optional<T> poll() {
        var next = lanes.entrySet().stream().findFirst();
        next.ifPresent(it -> {
            lanes.remove(it.getKey());
            if (it.getValue().size() > 1) {
                lanes.put(it.getKey(), it.getValue());
            }
            size--;
        });
        return next.map(it -> it.getValue().removeFirst());
    }

    private int laneSize(String lane) {
        return lanes.containsKey(lane) ? lanes.get(lane).size() : 0;
    }
}
