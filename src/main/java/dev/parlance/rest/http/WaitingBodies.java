package dev.parlance.rest.http;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requests whose body is incomplete, oldest first.
 *
 * <p>At a limit, the body that has waited longest is rejected. Bodies of normal clients are complete within milliseconds, so attackers
 * who send bodies slowly displace only their own.
 */
@Singleton
class WaitingBodies {
    /** A body is rejected to release memory for others only after it has waited for this time. */
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(2);

    private final Set<IncomingBody> all = new LinkedHashSet<>();
    private final Map<String, Set<IncomingBody>> byNetwork = new HashMap<>();
    private final ResourceUsage usage;

    WaitingBodies(ResourceUsage usage) {
        this.usage = usage;
    }

    /** Adds a body until {@link #remove}, and rejects the oldest one at a limit. */
    void add(IncomingBody body) {
        Optional<IncomingBody> oldest;
        synchronized (this) {
            all.add(body);
            var ofNetwork = byNetwork.computeIfAbsent(body.network(), it -> new LinkedHashSet<>());
            ofNetwork.add(body);
            usage.acquire(ResourceLimit.WAITING_BODIES, 1);
            oldest = removeBeyondLimit(body.network());
        }
        oldest.ifPresent(it -> it.rejectFromAnyThread(ProblemType.BUSY.with()));
    }

    /** Removes a body that is complete or rejected; has no effect if it is not waiting. */
    synchronized void remove(IncomingBody body) {
        if (all.remove(body)) {
            usage.release(ResourceLimit.WAITING_BODIES, 1);
            var ofNetwork = byNetwork.get(body.network());
            ofNetwork.remove(body);
            if (ofNetwork.isEmpty()) {
                byNetwork.remove(body.network());
            }
        }
    }

    /**
     * Reserves memory for a body.
     *
     * <p>If there is none, the large body that has waited longest is rejected to release its memory.
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

    private synchronized Optional<IncomingBody> findOldestLarge() {
        var oldest = all.stream().filter(it -> it.reservedBytes() > 0).findFirst().filter(it -> it.age().compareTo(GRACE_PERIOD) > 0);
        oldest.ifPresent(this::remove);
        return oldest;
    }

    private Optional<IncomingBody> removeBeyondLimit(String network) {
        if (byNetwork.getOrDefault(network, Set.of()).size() > ResourceLimit.WAITING_BODIES_PER_ADDRESS.value()) {
            return Optional.of(removeOldest(byNetwork.get(network), ResourceLimit.WAITING_BODIES_PER_ADDRESS));
        } else if (all.size() > ResourceLimit.WAITING_BODIES.value()) {
            return Optional.of(removeOldest(all, ResourceLimit.WAITING_BODIES));
        }
        return Optional.empty();
    }

    private IncomingBody removeOldest(Set<IncomingBody> bodies, ResourceLimit limit) {
        var oldest = bodies.iterator().next();
        remove(oldest);
        usage.countRejection(limit);
        return oldest;
    }
}
