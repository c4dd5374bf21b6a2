package dev.parlance.rest.http;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Exports every {@link ResourceLimit}: its value, the amount in use and the number of rejections. */
@Singleton
class LimitMetrics {
    private final ResourceUsage usage;
    private final MeterRegistry registry;

    LimitMetrics(ResourceUsage usage, MeterRegistry registry) {
        this.usage = usage;
        this.registry = registry;
    }

    void register(@Observes StartupEvent start) {
        for (var limit : ResourceLimit.values()) {
            Gauge.builder("parlance.limit", limit, ResourceLimit::value).description("Limit of a resource, in its unit")
                    .tag("limit", limit.id()).tag("unit", limit.unit().id()).register(registry);
            Gauge.builder("parlance.limit.used", usage, it -> it.used(limit)).description("Amount of a limited resource in use")
                    .tag("limit", limit.id()).tag("unit", limit.unit().id()).register(registry);
            FunctionCounter.builder("parlance.limit.rejections", usage, it -> it.rejections(limit))
                    .description("Rejections because of a limit").tag("limit", limit.id()).register(registry);
        }
    }
}
