package dev.parlance.rest.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.rest.limits.TokenBucket.Status;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.Config;

/** The token buckets of all clients. A client that sends nothing for a minute has a full bucket, so it is forgotten. */
@Singleton
final class RateLimits {
    private static final String SETTING_PREFIX = "parlance.rate-limit.";

    private final Map<RatePolicy, RateQuota> quotas;
    private final LongSupplier nanoTime;
    private final long origin;
    private final AtomicLongArray rejections = new AtomicLongArray(RatePolicy.values().length);
    private final Cache<Client, TokenBucket> buckets = Caffeine.newBuilder().maximumSize(ResourceLimit.RATE_LIMITED_CLIENTS.value())
            .expireAfterAccess(Duration.ofSeconds(RateQuota.WINDOW_SECONDS)).build();

    private record Client(RatePolicy policy, String name) {
    }

    @Inject
    RateLimits(Config config) {
        this(readQuotas(config), System::nanoTime);
    }

    /** @param quotas those of the limited kinds; all others are unlimited */
    RateLimits(Map<RatePolicy, RateQuota> quotas, LongSupplier nanoTime) {
        this.quotas = new EnumMap<>(quotas);
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    private static Map<RatePolicy, RateQuota> readQuotas(Config config) {
        var quotas = new EnumMap<RatePolicy, RateQuota>(RatePolicy.class);
        for (var policy : RatePolicy.values()) {
            long requests = config.getValue(SETTING_PREFIX + policy.id(), Long.class);
            if (requests < 0 || requests > RateQuota.MAX_REQUESTS) {
                throw new IllegalArgumentException(SETTING_PREFIX + policy.id() + ": " + requests
                        + " is not a number of requests a minute from 1 to " + RateQuota.MAX_REQUESTS + ", or 0 for no limit");
            } else if (requests > 0) {
                quotas.put(policy, new RateQuota(requests));
            }
        }
        return quotas;
    }

    void registerMetrics(@Observes StartupEvent event, MeterRegistry registry) {
        for (var policy : RatePolicy.values()) {
            FunctionCounter.builder("parlance.rate.limit.rejections", rejections, it -> it.get(policy.ordinal()))
                    .description("Requests beyond a rate limit").tag("policy", policy.id()).register(registry);
        }
    }

    /** Returns the quota of a kind of requests; empty if it is unlimited. */
    Optional<RateQuota> quota(RatePolicy policy) {
        return Optional.ofNullable(quotas.get(policy));
    }

    /**
     * Takes a token of a client.
     *
     * @param client the name of an actor or a network
     */
    Status take(RatePolicy policy, RateQuota quota, String client) {
        var status = buckets.get(new Client(policy, client), it -> new TokenBucket()).take(quota, nanoTime.getAsLong() - origin);
        if (!status.taken()) {
            rejections.incrementAndGet(policy.ordinal());
        }
        return status;
    }

    /** Returns a token that {@link #take} has taken. */
    void giveBack(RatePolicy policy, RateQuota quota, String client) {
        Optional.ofNullable(buckets.getIfPresent(new Client(policy, client))).ifPresent(it -> it.giveBack(quota));
    }
}
