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
    private static final int MAX_FAILURES_PER_ADDRESS = 10;
    private static final int MAX_FAILURES_PER_NAME = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final long MAX_TRACKED_KEYS = 100_000;

    private final Clock clock;
    private final Cache<List<String>, Deque<Instant>> failures =
            Caffeine.newBuilder().maximumSize(MAX_TRACKED_KEYS).expireAfterWrite(WINDOW).build();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** The same for names that are known and names that are not. */
    void rejectIfThrottled(String name, String address) {
        rejectIfExceeded(addressKey(name, address), MAX_FAILURES_PER_ADDRESS);
        rejectIfExceeded(nameKey(name), MAX_FAILURES_PER_NAME);
    }

    void recordFailure(String name, String address) {
        recordFailure(addressKey(name, address), MAX_FAILURES_PER_ADDRESS);
        recordFailure(nameKey(name), MAX_FAILURES_PER_NAME);
    }

    void reset(String name, String address) {
        failures.invalidate(addressKey(name, address));
    }

    /** Digests, because a name may be as long as a request. */
    private static List<String> addressKey(String name, String address) {
        return List.of(RandomSecrets.sha256(name), address);
    }

    private static List<String> nameKey(String name) {
        return List.of(RandomSecrets.sha256(name));
    }

    private void recordFailure(List<String> key, int maxFailures) {
        failures.asMap().compute(key, (ignored, times) -> {
            var updated = times == null ? new ArrayDeque<Instant>() : new ArrayDeque<>(times);
            updated.addLast(clock.instant());
            if (updated.size() > maxFailures) {
                updated.removeFirst();
            }
            return updated;
        });
    }

    private void rejectIfExceeded(List<String> key, int maxFailures) {
        var times = failures.getIfPresent(key);
        if (times == null || times.size() < maxFailures) {
            return;
        }
        var wait = Duration.between(clock.instant(), times.getFirst().plus(WINDOW));
        if (!wait.isNegative()) {
            throw ProblemType.TOO_MANY_ATTEMPTS.with(wait.toSeconds() + 1);
        }
    }
}
