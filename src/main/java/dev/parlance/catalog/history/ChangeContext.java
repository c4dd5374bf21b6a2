package dev.parlance.catalog.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The actor, time, cause and comment of a change.
 *
 * @param actor            an account, an API key or the service itself
 * @param comment          comment of the caller; may be empty
 * @param revertedRevision the revision that is reverted; null if none is
 * @param job              the job that the change belongs to; null if there is none
 */
public record ChangeContext(String actor, Instant timestamp, ChangeCause cause, String comment, @Nullable Long revertedRevision,
        @Nullable UUID job) {
    /** The maximum length of a comment in code points. */
    public static final int MAX_COMMENT_LENGTH = 2000;

    public static ChangeContext forEdit(String actor, Instant timestamp, String comment) {
        return new ChangeContext(actor, timestamp, ChangeCause.EDIT, comment, null, null);
    }

    public static ChangeContext forShipment(Instant timestamp) {
        return new ChangeContext("parlance", timestamp, ChangeCause.SHIPPED, "", null, null);
    }

    public ChangeContext asImport() {
        return new ChangeContext(actor, timestamp, ChangeCause.IMPORT, comment, null, null);
    }

    public ChangeContext withRevertOf(long revision) {
        return new ChangeContext(actor, timestamp, ChangeCause.REVERT, comment, revision, job);
    }

    public ChangeContext withJob(UUID job) {
        return new ChangeContext(actor, timestamp, ChangeCause.BULK, comment, revertedRevision, job);
    }
}
