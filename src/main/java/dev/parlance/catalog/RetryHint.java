package dev.parlance.catalog;

/** Whether a request that was refused with this message is worth sending again. */
public enum RetryHint implements Labelled {
    NEVER,
    /** As it was, at once. */
    SAME_REQUEST,
    /** As it was, after a while. */
    AFTER_DELAY,
    /** After something in it was mended. */
    AFTER_FIX
}
