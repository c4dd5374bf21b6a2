package dev.parlance.rest.events;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The open event streams of this replica, which are closed when shutdown begins, because they would delay it.
 *
 * <p>Streams may stay open indefinitely, so the number of streams per network is limited.
 */
@ApplicationScoped
class OpenStreams {
    private final Set<Runnable> endActions = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> countByNetwork = new HashMap<>();
    private final ResourceUsage usage;
    private volatile boolean stopping;

    OpenStreams(ResourceUsage usage) {
        this.usage = usage;
    }

    /**
     * Reserves a stream.
     *
     * @param network the network of the client
     * @return an action that releases the reservation; may be called more than once
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#BUSY} if a limit is reached
     */
    synchronized Runnable reserve(String network) {
        if (countByNetwork.getOrDefault(network, 0) >= ResourceLimit.EVENT_STREAMS_PER_NETWORK.value()) {
            usage.countRejection(ResourceLimit.EVENT_STREAMS_PER_NETWORK);
            throw ProblemType.BUSY.with();
        } else if (!usage.tryAcquire(ResourceLimit.EVENT_STREAMS, 1)) {
            throw ProblemType.BUSY.with();
        }
        countByNetwork.merge(network, 1, Integer::sum);
        var released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                release(network);
            }
        };
    }

    private synchronized void release(String network) {
        countByNetwork.computeIfPresent(network, (it, count) -> count == 1 ? null : count - 1);
        usage.release(ResourceLimit.EVENT_STREAMS, 1);
    }

    /** Ends all streams before the replica stops serving, so that clients reconnect to another replica. */
    void endAll(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        endActions.forEach(Runnable::run);
    }

    /**
     * Adds a stream. If the replica is already stopping, the stream ends at once.
     *
     * @param endAction ends the stream; may be called more than once
     */
    void add(Runnable endAction) {
        endActions.add(endAction);
        if (stopping) {
            endAction.run();
        }
    }

    /** Removes a stream. Does nothing if the stream was not added. */
    void remove(Runnable endAction) {
        endActions.remove(endAction);
    }
}
