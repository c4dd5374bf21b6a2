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
public record ChangeContext(String by, Instant at, Cause cause, String comment, @Nullable Long reverts, @Nullable UUID job) {
    /** The longest comment, in code points. */
    public static final int LONGEST_COMMENT = 2000;

    public static ChangeContext edit(String by, Instant at, String comment) {
        return new ChangeContext(by, at, Cause.EDIT, comment, null, null);
    }

    public static ChangeContext shipped(Instant at) {
        return new ChangeContext("parlance", at, Cause.SHIPPED, "", null, null);
    }

    public ChangeContext reverting(long revision) {
        return new ChangeContext(by, at, Cause.REVERT, comment, revision, job);
    }

    public ChangeContext bulk(UUID job) {
        return new ChangeContext(by, at, Cause.BULK, comment, reverts, job);
    }
}
