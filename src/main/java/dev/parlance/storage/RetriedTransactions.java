package dev.parlance.storage;

import dev.parlance.catalog.Transactions;
import dev.parlance.problems.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Repeats a transaction that the database gave up for another's sake: such a one has done nothing, and may well succeed the next time. */
@ApplicationScoped
class RetriedTransactions implements Transactions {
    private static final int ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private static final Logger LOG = Logger.getLogger(RetriedTransactions.class);

    /** Class 08 of SQLSTATE: connection exceptions. */
    private static final String CONNECTION = "08";
    /** Shutdowns, starting up, too many connections, read-only because no longer primary. */
    private static final Set<String> UNAVAILABLE = Set.of("57P01", "57P02", "57P03", "53300", "25006");
    /** A lock, or a statement, took too long. */
    private static final Set<String> BUSY = Set.of("55P03", "57014");

    /** Serialization failure and deadlock, as PostgreSQL calls them. */
    private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

    @Override
    public <T> T call(Supplier<T> action) {
        for (int attempt = 1;; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(action::get);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !states(e).anyMatch(WORTH_REPEATING::contains)) {
                    throw refusal(e).map(it -> logged(it, e)).orElse(e);
                }
                var pause = ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
    }

    /** What is not the caller's fault, nor a fault of ours: the database is away, or too much is going on. */
    private static Optional<RuntimeException> refusal(RuntimeException e) {
        if (causes(e).anyMatch(it -> it instanceof SQLTimeoutException || it instanceof SQLException sql && sql.getSQLState() == null)
                || states(e).anyMatch(it -> UNAVAILABLE.contains(it) || it.startsWith(CONNECTION))) {
            return Optional.of(Refusal.DATABASE_UNAVAILABLE.with());
        }
        return states(e).anyMatch(BUSY::contains) ? Optional.of(Refusal.BUSY.with()) : Optional.empty();
    }

    private static RuntimeException logged(RuntimeException refusal, RuntimeException cause) {
        LOG.debugf(cause, "Refused: %s", refusal.getMessage());
        return refusal;
    }

    private static Stream<String> states(Throwable e) {
        return causes(e).filter(SQLException.class::isInstance).map(it -> ((SQLException) it).getSQLState()).filter(Objects::nonNull);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }
}
