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
public record Act(String by, Instant at, Cause cause, String comment, @Nullable Long reverts, @Nullable UUID job) {
    /** The longest comment, in code points. */
    public static final int LONGEST_COMMENT = 2000;

    public static Act edit(String by, Instant at, String comment) {
        return new Act(by, at, Cause.EDIT, comment, null, null);
    }

    public static Act shipped(Instant at) {
        return new Act("parlance", at, Cause.SHIPPED, "", null, null);
    }

    public Act reverting(long revision) {
        return new Act(by, at, Cause.REVERT, comment, revision, job);
    }

    public Act bulk(UUID job) {
        return new Act(by, at, Cause.BULK, comment, reverts, job);
    }
}
