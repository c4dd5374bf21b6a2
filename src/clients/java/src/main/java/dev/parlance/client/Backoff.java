package dev.parlance.client;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Exponential backoff, with jitter so that many clients do not retry at the same time. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 16;

    private final long firstMillis;
    private final long maxMillis;
    private final DoubleSupplier random;
    private int failures;

    /** @param random numbers from 0 to 1 */
    Backoff(Duration first, Duration max, DoubleSupplier random) {
        this.firstMillis = first.toMillis();
        this.maxMillis = max.toMillis();
        this.random = random;
    }

    /** Returns the time until the next attempt: from half of the doubled time to all of it. */
    synchronized Duration next() {
        long whole = Math.min(maxMillis, firstMillis << Math.min(failures++, MAX_DOUBLINGS));
        return Duration.ofMillis(whole / 2 + (long) (random.getAsDouble() * (whole - whole / 2)));
    }

    synchronized void reset() {
        failures = 0;
    }
}
