package dev.parlance.catalog.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something, when, how and why.
 *
 * @param by      an account, a key, or the service itself
 * @param comment what the caller said about it; may be empty
 * @param reverts the revision that is taken back
 * @param job     the job it is part of
 */
public record ChangeContext(String actor, Instant timestamp, ChangeCause cause, String comment, @Nullable Long revertedRevision, @Nullable UUID job) {
    /** The longest comment, in code points. */
    public static final int MAX_COMMENT_LENGTH = 2000;

    public static ChangeContext forEdit(String actor, Instant timestamp, String comment) {
        return new ChangeContext(actor, timestamp, ChangeCause.EDIT, comment, null, null);
    }

    public static ChangeContext forShipment(Instant timestamp) {
        return new ChangeContext("parlance", timestamp, ChangeCause.SHIPPED, "", null, null);
    }

    public ChangeContext withRevertOf(long revision) {
        return new ChangeContext(actor, timestamp, ChangeCause.REVERT, comment, revision, job);
    }

    public ChangeContext withJob(UUID job) {
        return new ChangeContext(actor, timestamp, ChangeCause.BULK, comment, revertedRevision, job);
    }
}
