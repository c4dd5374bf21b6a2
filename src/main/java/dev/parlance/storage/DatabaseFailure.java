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

/** What the database said when a transaction failed, and whether it said so to the commit. */
record DatabaseFailure(boolean duringCommit, List<SQLException> exceptions) {
    /** Class 08 of SQLSTATE: connection exceptions. */
    private static final String CONNECTION_CLASS = "08";
    /**
     * Shutdowns: they end connections at whatever point these are. And what the driver says, as a surprise, when the pool no
     * longer waits for the connection that it is opening.
     */
    private static final Set<String> BROKEN_CONNECTION = Set.of("57P01", "57P02", "99999");
    /** Starting up, too many connections, read-only because no longer primary: said by a server that has done nothing. */
    private static final Set<String> UNAVAILABLE = Set.of("57P03", "53300", "25006");
    /** A lock, or a statement, took too long. */
    private static final Set<String> BUSY = Set.of("55P03", "57014");
    /**
     * Serialization failure and deadlock, as PostgreSQL calls them; and a row that somebody else has made since it was looked for:
     * who looks again finds it, and says so in words.
     */
    private static final Set<String> RETRYABLE = Set.of("40001", "40P01", "23505");

    static DatabaseFailure ofAction(Throwable failure) {
        return of(false, Stream.iterate(failure, Objects::nonNull, Throwable::getCause));
    }

    /** The transaction manager names what the commit met with among the suppressed, and in circles. */
    static DatabaseFailure ofCommit(Throwable failure) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, found);
        return of(true, found.stream());
    }

    boolean isRetryable() {
        return !isConnectionBroken() && sqlStates().anyMatch(RETRYABLE::contains);
    }

    /** What is not the caller's fault, nor a fault of ours: the database is away, or too much is going on. */
    Optional<ProblemException> toProblem() {
        if (isConnectionBroken()) {
            // The commit may have arrived before the connection broke.
            return Optional.of((duringCommit ? ProblemType.OUTCOME_UNKNOWN : ProblemType.DATABASE_UNAVAILABLE).with());
        }
        if (sqlStates().anyMatch(UNAVAILABLE::contains)) {
            return Optional.of(ProblemType.DATABASE_UNAVAILABLE.with());
        }
        return sqlStates().anyMatch(BUSY::contains) ? Optional.of(ProblemType.BUSY.with()) : Optional.empty();
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
