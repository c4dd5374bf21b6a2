package dev.parlance.rest.access;

import dev.parlance.problems.ProblemException;
import dev.parlance.security.AccessRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Asks the database who may what before somebody is refused for good: another replica may have let him in a moment ago. What was
 * asked within a fifth of a second, for whomever, is not asked again, so that nobody drives the database by asking for what he
 * may not.
 */
class PermissionReload {
    static final Duration MIN_INTERVAL = Duration.ofMillis(200);

    private final AccessRegistry accessRegistry;
    private final Executor executor;
    private final Clock clock;
    private CompletableFuture<Void> current = CompletableFuture.completedFuture(null);
    private Instant nextReload = Instant.MIN;

    PermissionReload(AccessRegistry accessRegistry, Executor executor, Clock clock) {
        this.accessRegistry = accessRegistry;
        this.executor = executor;
        this.clock = clock;
    }

    /** Ends when what the database said holds; at once while it does not answer, for then what is known holds. */
    synchronized CompletionStage<Void> reload() {
        if (current.isDone() && accessRegistry.isDatabaseReachable() && !clock.instant().isBefore(nextReload)) {
            nextReload = clock.instant().plus(MIN_INTERVAL);
            current = CompletableFuture.runAsync(this::loadNow, executor);
        }
        return current;
    }

    private void loadNow() {
        try {
            accessRegistry.refresh();
        } catch (ProblemException e) {
            // The database does not answer: what is known holds, and who follows it says so.
            return;
        }
    }
}
