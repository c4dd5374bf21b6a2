package dev.parlance.storage;

import dev.parlance.catalog.Transactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Transactions that are retried after serialization failures, deadlocks and unique violations.
 *
 * <p>PostgreSQL aborts such a transaction in favour of another. It has changed nothing and may well succeed at the next attempt.
 */
@ApplicationScoped
class RetryingTransactions implements Transactions {
    private static final int MAX_ATTEMPTS = 5;
    private static final long MAX_PAUSE_MILLIS = 100;
    private static final int DEFAULT_TIMEOUT_SECONDS = 300;
    private static final int LONG_TIMEOUT_SECONDS = 1800;

    /** A long transaction may fill tables that were small when PostgreSQL planned its first statements. */
    private static final String PLAN_EVERY_STATEMENT = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private static final Logger LOG = Logger.getLogger(RetryingTransactions.class);

    private final EntityManager database;

    RetryingTransactions(EntityManager database) {
        this.database = database;
    }

    @Override
    public <T> T call(Supplier<T> action) {
        return call(action, DEFAULT_TIMEOUT_SECONDS);
    }

    @Override
    public <T> T callLong(Supplier<T> action) {
        return call(() -> {
            database.createNativeQuery(PLAN_EVERY_STATEMENT, String.class).getSingleResult();
            return action.get();
        }, LONG_TIMEOUT_SECONDS);
    }

    private static <T> T call(Supplier<T> action, int timeoutSeconds) {
        for (int attempt = 1;; attempt++) {
            var committing = new AtomicBoolean();
            try {
                return QuarkusTransaction.requiringNew().timeout(timeoutSeconds).call(() -> {
                    var result = action.get();
                    committing.set(true);
                    return result;
                });
            } catch (RuntimeException e) {
                var failure = committing.get() ? DatabaseFailure.ofCommit(e) : DatabaseFailure.ofAction(e);
                if (attempt == MAX_ATTEMPTS || !failure.isRetryable()) {
                    throw failure.toProblem().map(it -> logAndReturn(it, e)).orElse(e);
                }
                var pause = ThreadLocalRandom.current().nextLong(1, MAX_PAUSE_MILLIS);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
    }

    private static RuntimeException logAndReturn(RuntimeException problem, RuntimeException cause) {
        LOG.debugf(cause, "Transaction failed: %s", problem.getMessage());
        return problem;
    }
}
