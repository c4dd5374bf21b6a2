package dev.parlance.rest.limits;

import java.util.concurrent.TimeUnit;

/**
 * The number of requests that a client may send in a minute. All of them may be sent at once.
 *
 * @param requests from 1 to {@value #MAX_REQUESTS}
 */
record RateQuota(long requests) {
    static final long WINDOW_SECONDS = 60;
    static final long MAX_REQUESTS = 1_000_000_000;

    RateQuota {
        if (requests < 1 || requests > MAX_REQUESTS) {
            throw new IllegalArgumentException(requests + " is not from 1 to " + MAX_REQUESTS);
        }
    }

    /** Returns the time in which one token is added. */
    long nanosPerRequest() {
        return TimeUnit.SECONDS.toNanos(WINDOW_SECONDS) / requests;
    }

    /** Returns the time in which an empty bucket becomes full. */
    long windowNanos() {
        return nanosPerRequest() * requests;
    }
}
