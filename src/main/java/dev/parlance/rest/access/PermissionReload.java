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
 * The reload of permissions from the database before a request is denied.
 *
 * <p>Another replica may have granted access a moment ago. Reloads are shared by all callers and limited to one per 200 ms, so
 * that denied requests cannot load the database.
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

    /** Completes when the reloaded permissions are in effect; at once if the reload is skipped. Never fails on an outage. */
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
            // The database is down: the current permissions stay in effect, and the periodic refresh reports the outage.
            return;
        }
    }
}
