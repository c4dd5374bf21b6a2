package dev.parlance.rest.metrics;

import dev.parlance.webhooks.DeliverWebhooks;
import dev.parlance.webhooks.DeliverWebhooks.Outcome;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Counts the attempts to deliver webhooks by outcome. */
@Singleton
final class WebhookMetrics {

    void register(@Observes StartupEvent start, DeliverWebhooks deliverWebhooks, MeterRegistry registry) {
        for (var outcome : Outcome.values()) {
            FunctionCounter.builder("parlance.webhooks.attempts", deliverWebhooks, it -> it.count(outcome))
                    .description("Attempts to deliver webhooks").tag("outcome", outcome.label()).register(registry);
        }
    }
}
