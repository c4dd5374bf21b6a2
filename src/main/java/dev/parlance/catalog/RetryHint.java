package dev.parlance.catalog;

/** Advice on whether to retry a request that failed with a message. */
public enum RetryHint implements Labelled {
    NEVER,
    /** Retry the same request immediately. */
    SAME_REQUEST,
    /** Retry the same request after a delay. */
    AFTER_DELAY,
    /** Retry after correcting the request. */
    AFTER_FIX
}
