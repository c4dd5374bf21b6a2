package dev.parlance.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The pauses between the attempts of a delivery: eight attempts in 28 to 33 hours.
 *
 * <p>The first pauses cover a restart of the receiver, the last ones an outage overnight. Standard Webhooks recommends
 * exponential pauses over days. A receiver may ask for a longer pause.
 */
final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30),
            Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(10));

    /** Pauses are up to 20 % longer, so that deliveries that failed together are not repeated together. */
    private static final double JITTER = 0.2;

    private RetrySchedule() {
    }

    /**
     * Returns the pause before the next attempt; empty after the last one.
     *
     * @param attempts       the number of attempts so far
     * @param requestedPause the pause that the receiver asks for
     * @param random         from 0 to 1
     */
    static Optional<Duration> pauseAfter(int attempts, Duration requestedPause, double random) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        var pause = PAUSES.get(attempts - 1);
        var longer = requestedPause.compareTo(pause) > 0 ? requestedPause : pause;
        return Optional.of(Duration.ofMillis(Math.round(longer.toMillis() * (1 + JITTER * random))));
    }
}
