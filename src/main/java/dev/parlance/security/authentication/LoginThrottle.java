package dev.parlance.security.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.RandomSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The rate limits of failed sign-ins.
 *
 * <p>A device that has signed in to the account before has a limit of its own, and is never rejected for longer than a minute. All other
 * clients share three limits for the account: per network, per widest network and for all networks. Guesses from other devices therefore do
 * not lock out the owner's devices. There is no limit per network across accounts, because all clients behind a proxy share a network. Each
 * replica counts failures separately, in memory.
 *
 * @see <a href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">Device cookies (OWASP)</a>
 */
final class LoginThrottle {
    private static final Limit DEVICE = new Limit(10, Duration.ofMinutes(1));
    private static final Limit NETWORK = new Limit(10, Duration.ofMinutes(15));
    /** Smaller than the limit of the account, so that an attacker with all addresses of one network cannot lock out the others. */
    private static final Limit WIDEST_NETWORK = new Limit(30, Duration.ofMinutes(15));
    private static final Limit ACCOUNT = new Limit(100, Duration.ofMinutes(15));

    private final Clock clock;
    private final Cache<List<String>, Failures> failures = Caffeine.newBuilder()
            .maximumSize(ResourceLimit.THROTTLED_SIGN_INS.value()).expireAfterWrite(NETWORK.window()).build();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** The number of failures after which attempts are rejected until the window has passed. */
    private record Limit(int maxFailures, Duration window) {
    }

    /** The failures in a window, which begins with the first of them. */
    private record Failures(Instant since, int count) {
    }

    private record Counter(List<String> key, Limit limit) {
    }

    /**
     * Rejects the attempt if there were too many failures. Known and unknown accounts are treated alike.
     *
     * @throws dev.parlance.problems.ProblemException with the number of seconds to wait
     */
    void rejectIfThrottled(LoginAttempt attempt) {
        countersOf(attempt).forEach(this::rejectIfExceeded);
    }

    void recordFailure(LoginAttempt attempt) {
        countersOf(attempt).forEach(this::increment);
    }

    /** Resets the failures of this device or network. Those of wider networks remain counted. */
    void reset(LoginAttempt attempt) {
        failures.invalidate(countersOf(attempt).get(0).key());
    }

    /** Uses digests, because a name can be as long as a request. */
    private static List<Counter> countersOf(LoginAttempt attempt) {
        var account = RandomSecrets.sha256(attempt.account());
        return attempt.device().map(it -> List.of(new Counter(List.of("device", account, it), DEVICE)))
                .orElseGet(() -> List.of(
                        new Counter(List.of("network", account, attempt.network().narrowest()), NETWORK),
                        new Counter(List.of("widest-network", account, attempt.network().widest()), WIDEST_NETWORK),
                        new Counter(List.of("account", account), ACCOUNT)));
    }

    private void increment(Counter counter) {
        var now = clock.instant();
        failures.asMap().compute(counter.key(), (ignored, it) -> it == null || !now.isBefore(it.since().plus(counter.limit().window()))
                ? new Failures(now, 1) : new Failures(it.since(), it.count() + 1));
    }

    private void rejectIfExceeded(Counter counter) {
        var recorded = failures.getIfPresent(counter.key());
        if (recorded == null || recorded.count() < counter.limit().maxFailures()) {
            return;
        }
        var wait = Duration.between(clock.instant(), recorded.since().plus(counter.limit().window()));
        if (!wait.isNegative() && !wait.isZero()) {
            throw ProblemType.TOO_MANY_ATTEMPTS.with(wait.plusMillis(999).toSeconds());
        }
    }
}
