package dev.parlance.rest.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The tokens of one client, by the generic cell rate algorithm: the only state is the time at which the bucket is full again.
 *
 * <p>Thread-safe, without a lock. Times are in nanoseconds from an origin of the caller.
 */
final class TokenBucket {
    private final AtomicLong fullAt = new AtomicLong(Long.MIN_VALUE);

    /**
     * The state of a bucket after a request.
     *
     * @param taken     whether the request is within the limit
     * @param remaining the number of requests that may follow immediately
     * @param seconds   the time until the bucket is full, or until the next token if none was left; at least 1
     */
    record Status(boolean taken, long remaining, long seconds) {
    }

    /** Takes a token if one is left. */
    Status take(RateQuota quota, long now) {
        while (true) {
            long previous = fullAt.get();
            long next = Math.max(previous, now) + quota.nanosPerRequest();
            long excess = next - now - quota.windowNanos();
            if (excess > 0) {
                return new Status(false, 0, toSeconds(excess));
            }
            if (fullAt.compareAndSet(previous, next)) {
                return new Status(true, -excess / quota.nanosPerRequest(), toSeconds(next - now));
            }
        }
    }

    /** Returns a token that {@link #take} has taken. */
    void giveBack(RateQuota quota) {
        fullAt.addAndGet(-quota.nanosPerRequest());
    }

    private static long toSeconds(long nanos) {
        return Math.max(1, (nanos + 999_999_999) / 1_000_000_000);
    }
}
