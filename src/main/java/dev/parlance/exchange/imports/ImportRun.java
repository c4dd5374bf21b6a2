package dev.parlance.exchange.imports;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An import or dry run, with its report once it has ended.
 *
 * @param updatedAt      the last heartbeat of a running import
 * @param expiresAt      the time at which the report is deleted
 * @param processed      the number of messages that were processed so far
 * @param idempotencyKey the key of the request; empty if the request has none, or if the import stored nothing
 * @param requestDigest  of the options and the files
 * @param report         empty until the end, and if the import failed
 * @param failure        the reason why the import failed
 */
public record ImportRun(UUID id, CatalogName catalog, String requestedBy, boolean dryRun, Status status, Instant createdAt,
        Instant updatedAt, Instant expiresAt, int processed, Optional<String> idempotencyKey, String requestDigest,
        Optional<ImportReport> report, Optional<Failure> failure) {
    /** The duration for which reports are retained. */
    public static final Duration RETENTION = Duration.ofHours(24);

    /** A running import updates its row every second, whether or not it makes progress. */
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofMinutes(1);

    /** The status of an import. */
    public enum Status {
        RUNNING,
        /** The import was stored, or the dry run was completed. */
        DONE,
        /** Rejected as a whole because of refused or conflicting entries. */
        REFUSED,
        /** The files cannot be read, another writer held the catalog, or the service failed. */
        FAILED,
        /** The replica stopped. Nothing is stored. */
        INTERRUPTED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A problem in storable form. */
    public record Failure(ProblemType type, List<String> arguments) {
        static Failure of(ProblemException problem) {
            return new Failure(problem.type(), problem.arguments().values().stream().map(String::valueOf).toList());
        }
    }

    /** Returns the status at a time: a running import without a recent heartbeat is interrupted. */
    public Status statusAt(Instant now) {
        return status == Status.RUNNING && updatedAt.plus(HEARTBEAT_TIMEOUT).isBefore(now) ? Status.INTERRUPTED : status;
    }
}
