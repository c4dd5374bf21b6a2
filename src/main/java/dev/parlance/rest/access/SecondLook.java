package dev.parlance.rest.access;

import dev.parlance.problems.ProblemException;
import dev.parlance.security.CurrentAccess;
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
class SecondLook {
    static final Duration PAUSE = Duration.ofMillis(200);

    private final CurrentAccess access;
    private final Executor executor;
    private final Clock clock;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private Instant due = Instant.MIN;

    SecondLook(CurrentAccess access, Executor executor, Clock clock) {
        this.access = access;
        this.executor = executor;
        this.clock = clock;
    }

    /** Ends when what the database said holds; at once while it does not answer, for then what is known holds. */
    synchronized CompletionStage<Void> taken() {
        if (last.isDone() && access.reachable() && !clock.instant().isBefore(due)) {
            due = clock.instant().plus(PAUSE);
            last = CompletableFuture.runAsync(this::look, executor);
        }
        return last;
    }

    private void look() {
        try {
            access.refresh();
        } catch (ProblemException e) {
            // The database does not answer: what is known holds, and who follows it says so.
            return;
        }
    }
}
