package dev.parlance.security.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.RandomSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Whoever guesses passwords has to wait: after ten wrong ones for a name from one address, and after a hundred for a name from
 * anywhere, so that ten guesses from elsewhere lock nobody out. There is no limit for an address alone: behind a proxy all have
 * the same. Kept in memory, so each replica counts for itself.
 */
final class LoginThrottle {
    private static final int MOST_OF_ONE = 10;
    private static final int MOST_OF_MANY = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final long MOST_COUNTED = 100_000;

    private final Clock clock;
    private final Cache<List<String>, Deque<Instant>> bad =
            Caffeine.newBuilder().maximumSize(MOST_COUNTED).expireAfterWrite(WINDOW).build();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** The same for names that are known and names that are not. */
    void requireAllowed(String name, String address) {
        refuse(failuresFrom(name, address), MOST_OF_ONE);
        refuse(failuresFromAnywhere(name), MOST_OF_MANY);
    }

    void recordFailure(String name, String address) {
        recordFailure(failuresFrom(name, address), MOST_OF_ONE);
        recordFailure(failuresFromAnywhere(name), MOST_OF_MANY);
    }

    void reset(String name, String address) {
        bad.invalidate(failuresFrom(name, address));
    }

    /** Digests, because a name may be as long as a request. */
    private static List<String> failuresFrom(String name, String address) {
        return List.of(RandomSecrets.digest(name), address);
    }

    private static List<String> failuresFromAnywhere(String name) {
        return List.of(RandomSecrets.digest(name));
    }

    private void recordFailure(List<String> what, int most) {
        bad.asMap().compute(what, (key, times) -> {
            var counted = times == null ? new ArrayDeque<Instant>() : new ArrayDeque<>(times);
            counted.addLast(clock.instant());
            if (counted.size() > most) {
                counted.removeFirst();
            }
            return counted;
        });
    }

    private void refuse(List<String> what, int most) {
        var times = bad.getIfPresent(what);
        if (times == null || times.size() < most) {
            return;
        }
        var wait = Duration.between(clock.instant(), times.getFirst().plus(WINDOW));
        if (!wait.isNegative()) {
            throw ProblemType.TOO_MANY_ATTEMPTS.with(wait.toSeconds() + 1);
        }
    }
}
