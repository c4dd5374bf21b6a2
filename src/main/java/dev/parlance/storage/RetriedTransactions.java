package dev.parlance.storage;

import dev.parlance.catalog.Transactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Repeats a transaction that the database gave up for another's sake: such a one has done nothing, and may well succeed the next time. */
@ApplicationScoped
class RetriedTransactions implements Transactions {
    private static final int ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    /** Serialization failure and deadlock, as PostgreSQL calls them. */
    private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

    @Override
    public <T> T call(Supplier<T> action) {
        for (int attempt = 1;; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(action::get);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !worthRepeating(e)) {
                    throw e;
                }
                var pause = ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
    }

    private static boolean worthRepeating(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && WORTH_REPEATING.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
