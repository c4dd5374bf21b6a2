package dev.parlance.rest.metrics;

import dev.parlance.audit.AuditAction;
import dev.parlance.audit.AuditLog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Counts the events of the audit log by action, such as releases, imports and failed sign-ins. */
@Singleton
final class AuditMetrics {

    void register(@Observes StartupEvent start, AuditLog log, MeterRegistry registry) {
        for (var action : AuditAction.values()) {
            FunctionCounter.builder("parlance.audit.events", log, it -> it.count(action)).description("Events of the audit log")
                    .tag("action", action.label()).register(registry);
        }
    }
}
