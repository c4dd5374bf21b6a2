package dev.parlance.storage;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The SQL exceptions of a failed transaction, and whether they occurred during the commit. */
record DatabaseFailure(boolean duringCommit, List<SQLException> exceptions) {
    /** SQLSTATE class 08: connection exceptions. */
    private static final String CONNECTION_CLASS = "08";
    /**
     * Shutdowns, which end connections at any point, and the driver's "unexpected error" (99999).
     * The driver raises the latter when the pool stops waiting for the connection that it is opening.
     */
    private static final Set<String> BROKEN_CONNECTION = Set.of("57P01", "57P02", "99999");
    /** Starting up, too many connections, and read-only because no longer primary: the server has executed nothing. */
    private static final Set<String> UNAVAILABLE = Set.of("57P03", "53300", "25006");
    /** The timeouts of locks and statements. */
    private static final Set<String> TIMEOUT = Set.of("55P03", "57014");
    /** Serialization failure and deadlock: PostgreSQL has aborted the transaction in favour of another. */
    private static final Set<String> ABORTED = Set.of("40001", "40P01");
    /**
     * Unique and foreign key violations: another transaction has inserted or deleted a row since it was looked for. The next attempt
     * finds the current row, and reports it as a proper problem.
     */
    private static final Set<String> OUTDATED = Set.of("23505", "23503");

    static DatabaseFailure ofAction(Throwable failure) {
        return of(false, Stream.iterate(failure, Objects::nonNull, Throwable::getCause));
    }

    /** Collects causes and suppressed exceptions: the transaction manager reports commit failures as suppressed, with cycles. */
    static DatabaseFailure ofCommit(Throwable failure) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, found);
        return of(true, found.stream());
    }

    boolean isRetryable() {
        return !isConnectionBroken() && sqlStates().anyMatch(it -> ABORTED.contains(it) || OUTDATED.contains(it));
    }

    /** Returns the problem for an unavailable or busy database. Empty if the service or the caller is at fault. */
    Optional<ProblemException> toProblem() {
        if (isConnectionBroken()) {
            // The server may have committed before the connection broke.
            return Optional.of((duringCommit ? ProblemType.OUTCOME_UNKNOWN : ProblemType.DATABASE_UNAVAILABLE).with());
        }
        if (sqlStates().anyMatch(UNAVAILABLE::contains)) {
            return Optional.of(ProblemType.DATABASE_UNAVAILABLE.with());
        }
        return sqlStates().anyMatch(it -> TIMEOUT.contains(it) || ABORTED.contains(it)) ? Optional.of(ProblemType.BUSY.with())
                : Optional.empty();
    }

    private boolean isConnectionBroken() {
        return exceptions.stream().anyMatch(it -> it instanceof SQLTimeoutException || it.getSQLState() == null)
                || sqlStates().anyMatch(it -> BROKEN_CONNECTION.contains(it) || it.startsWith(CONNECTION_CLASS));
    }

    private Stream<String> sqlStates() {
        return exceptions.stream().map(SQLException::getSQLState).filter(Objects::nonNull);
    }

    private static DatabaseFailure of(boolean duringCommit, Stream<Throwable> throwables) {
        return new DatabaseFailure(duringCommit, throwables.filter(SQLException.class::isInstance).map(SQLException.class::cast).toList());
    }

    private static void collect(Throwable failure, Set<Throwable> found) {
        if (found.add(failure)) {
            Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed())).forEach(it -> collect(it, found));
        }
    }
}
