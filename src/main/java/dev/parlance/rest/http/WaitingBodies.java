package dev.parlance.rest.http;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The requests whose body is incomplete, oldest first.
 *
 * <p>At a limit, the body that has waited longest is rejected. At a limit that all clients share, it is the oldest body of the widest
 * network that uses most, so that an attacker with many addresses in one network displaces only its own bodies, and not those of clients
 * with slow connections.
 */
@Singleton
class WaitingBodies {
    /** A body is rejected to release memory for others only after it has waited for this time. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(2);

    private final Set<Body> all = new LinkedHashSet<>();
    private final Map<String, Set<Body>> byNarrowestNetwork = new LinkedHashMap<>();
    private final Map<String, Set<Body>> byWidestNetwork = new LinkedHashMap<>();
    private final ResourceUsage usage;

    /** A body that is received. All methods are thread-safe. */
    interface Body {
        ClientNetwork network();

        long reservedBytes();

        Duration age();

        void releaseMemory();

        void rejectFromAnyThread(ProblemException problem);
    }

    WaitingBodies(ResourceUsage usage) {
        this.usage = usage;
    }

    /** Adds a body until {@link #remove}, and rejects the oldest one at a limit. */
    void add(Body body) {
        Optional<Body> oldest;
        synchronized (this) {
            all.add(body);
            byNarrowestNetwork.computeIfAbsent(body.network().narrowest(), it -> new LinkedHashSet<>()).add(body);
            byWidestNetwork.computeIfAbsent(body.network().widest(), it -> new LinkedHashSet<>()).add(body);
            usage.acquire(ResourceLimit.WAITING_BODIES, 1);
            oldest = removeBeyondLimit(body.network());
        }
        oldest.ifPresent(it -> it.rejectFromAnyThread(ProblemType.BUSY.with()));
    }

    /** Removes a body that is complete or rejected; has no effect if it is not waiting. */
    synchronized void remove(Body body) {
        if (all.remove(body)) {
            usage.release(ResourceLimit.WAITING_BODIES, 1);
            removeFrom(byNarrowestNetwork, body.network().narrowest(), body);
            removeFrom(byWidestNetwork, body.network().widest(), body);
        }
    }

    private static void removeFrom(Map<String, Set<Body>> networks, String network, Body body) {
        networks.computeIfPresent(network, (ignored, bodies) -> {
            bodies.remove(body);
            return bodies.isEmpty() ? null : bodies;
        });
    }

    /**
     * Reserves memory for a body.
     *
     * <p>If there is none, a large body is rejected to release its memory: the oldest one of the widest network that has reserved most.
     *
     * @return false if there is too little memory even then, or no body has waited for the grace period
     */
    boolean tryReserve(long bytes) {
        if (usage.tryAcquire(ResourceLimit.BODY_BYTES, bytes)) {
            return true;
        }
        var oldest = findOldestLarge();
        oldest.ifPresent(it -> {
            it.releaseMemory();
            it.rejectFromAnyThread(ProblemType.BUSY.with());
        });
        return oldest.isPresent() && usage.tryAcquire(ResourceLimit.BODY_BYTES, bytes);
    }

    private synchronized Optional<Body> findOldestLarge() {
        var large = all.stream().filter(it -> it.reservedBytes() > 0 && it.age().compareTo(GRACE_PERIOD) > 0).toList();
        var bytes = large.stream().collect(Collectors.groupingBy(it -> it.network().widest(), Collectors.summingLong(Body::reservedBytes)));
        var busiest = bytes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        var oldest = large.stream().filter(it -> busiest.equals(Optional.of(it.network().widest()))).findFirst();
        oldest.ifPresent(this::remove);
        return oldest;
    }

    private Optional<Body> removeBeyondLimit(ClientNetwork network) {
        var ofNarrowest = byNarrowestNetwork.getOrDefault(network.narrowest(), Set.of());
        if (ofNarrowest.size() > ResourceLimit.WAITING_BODIES_PER_ADDRESS.value()) {
            return Optional.of(removeOldest(ofNarrowest, ResourceLimit.WAITING_BODIES_PER_ADDRESS));
        } else if (all.size() > ResourceLimit.WAITING_BODIES.value()) {
            var busiest = byWidestNetwork.values().stream().reduce((one, other) -> one.size() >= other.size() ? one : other);
            return busiest.map(it -> removeOldest(it, ResourceLimit.WAITING_BODIES));
        }
        return Optional.empty();
    }

    private Body removeOldest(Set<Body> bodies, ResourceLimit limit) {
        var oldest = bodies.iterator().next();
        remove(oldest);
        usage.countRejection(limit);
        return oldest;
    }
}
