package dev.parlance.rest.delivery;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open event streams of this replica. They end when it begins to stop, because they would delay that. */
@ApplicationScoped
class OpenStreams {
    private final Set<Runnable> endActions = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** Ends all streams before the replica stops serving, so that clients reconnect to another one. */
    void endAll(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        endActions.forEach(Runnable::run);
    }

    /**
     * Adds a stream. If the replica is already stopping, the stream ends at once.
     *
     * @param endAction ends the stream; may run twice
     * @return an action that removes the stream
     */
    Runnable add(Runnable endAction) {
        endActions.add(endAction);
        if (stopping) {
            endAction.run();
        }
        return () -> endActions.remove(endAction);
    }
}
