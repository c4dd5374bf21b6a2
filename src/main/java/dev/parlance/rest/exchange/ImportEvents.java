package dev.parlance.rest.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.imports.ImportRun;
import dev.parlance.exchange.imports.ImportRun.Status;
import dev.parlance.exchange.imports.RunImport;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.http.ResponseReservation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The progress of imports as server-sent events: one per second, and a last one at the end. */
@ApplicationScoped
class ImportEvents {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final RunImport runImport;
    private final ResourceUsage usage;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final Clock clock = Clock.systemUTC();

    ImportEvents(RunImport runImport, ResourceUsage usage, CurrentCaller caller, ObjectMapper json) {
        this.runImport = runImport;
        this.usage = usage;
        this.caller = caller;
        this.json = json;
    }

    /** The data of an event. */
    @Schema(name = "ImportProgress")
    record ProgressView(String status, @Schema(description = "Number of messages that were compared so far") int processed) {
    }

    Multi<OutboundSseEvent> stream(CatalogName catalog, UUID id, Sse sse, RoutingContext context) {
        if (!usage.tryAcquire(ResourceLimit.EVENT_STREAMS, 1)) {
            throw ProblemType.BUSY.with();
        }
        var released = new AtomicBoolean();
        Runnable release = () -> {
            if (!released.getAndSet(true)) {
                usage.release(ResourceLimit.EVENT_STREAMS, 1);
            }
        };
        ResponseReservation.of(context).add(release);
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader("X-Accel-Buffering", "no");
        var canRead = caller.readDraftPermissionCheck(catalog);
        var ended = new AtomicBoolean();
        return Multi.createFrom().ticks().every(INTERVAL).onOverflow().drop()
                .select().first(it -> !ended.get() && canRead.getAsBoolean())
                .onItem().transformToUniAndConcatenate(it -> Uni.createFrom().item(() -> runImport.find(catalog, id))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .map(it -> {
                    ended.set(it.statusAt(clock.instant()) != Status.RUNNING);
                    return toEvent(sse, it);
                }).onTermination().invoke(release);
    }

    private OutboundSseEvent toEvent(Sse sse, ImportRun run) {
        try {
            return sse.newEventBuilder().name("progress")
                    .data(json.writeValueAsString(new ProgressView(run.statusAt(clock.instant()).label(), run.processed()))).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
