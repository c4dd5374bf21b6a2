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
 * The rate limit of failed sign-ins within 15 minutes.
 *
 * <p>It allows ten failures for a name from one address, and a hundred for a name from any address, so that ten guesses from
 * elsewhere do not lock the account's owner out. An address alone has no limit, because all clients behind a proxy share one.
 * Failures are counted in memory, by each replica for itself.
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

    /**
     * Rejects the sign-in if there were too many failures. Known and unknown names are treated alike.
     *
     * @throws dev.parlance.problems.ProblemException with the number of seconds to wait
     */
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

    /** Uses digests, because a name can be as long as a request. */
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
