package dev.parlance.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a client may make of a message.
 *
 * @param retry          null where nothing is said about it
 * @param outcomeUnknown whether what was asked for may have happened all the same
 */
public record Advice(Audience audience, @Nullable RetryHint retry, boolean outcomeUnknown) {
    public static final Advice NONE = new Advice(Audience.USER, null, false);
}
