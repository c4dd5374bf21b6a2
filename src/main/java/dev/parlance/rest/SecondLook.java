package dev.parlance.rest;

import dev.parlance.problems.CatalogProblem;
import dev.parlance.security.Access;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database who may what before somebody is refused for good: another replica may have let him in a moment ago. One
 * question is for all who are refused within the same fifth of a second, and one is asked at a time, so that nobody drives the
 * database by asking for what he may not.
 */
@ApplicationScoped
class SecondLook {
    private static final long GATHERING_MILLIS = 200;

    private final Access access;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private @Nullable CompletableFuture<Void> next;

    SecondLook(Access access) {
        this.access = access;
    }

    /** Ends when what the database says holds; at once while it does not answer, for then what is known holds. */
    synchronized CompletionStage<Void> taken() {
        if (!access.reachable()) {
            return CompletableFuture.completedFuture(null);
        }
        if (next == null) {
            next = last.thenRunAsync(this::look,
                    CompletableFuture.delayedExecutor(GATHERING_MILLIS, TimeUnit.MILLISECONDS, Infrastructure.getDefaultWorkerPool()));
            last = next.exceptionally(failure -> null);
        }
        return next;
    }

    private void look() {
        synchronized (this) {
            next = null;
        }
        try {
            access.now();
        } catch (CatalogProblem e) {
            // The database does not answer: what is known holds, and who follows it says so.
            return;
        }
    }
}
