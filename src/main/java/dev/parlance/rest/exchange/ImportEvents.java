package dev.parlance.rest.exchange;

import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.imports.ImportRun;
import dev.parlance.exchange.imports.ImportRun.Status;
import dev.parlance.exchange.imports.RunImport;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.events.EventStream;
import dev.parlance.rest.events.EventStreams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The progress of imports as server-sent events: one per second, and a final one. */
@ApplicationScoped
class ImportEvents {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final RunImport runImport;
    private final EventStreams eventStreams;
    private final CurrentCaller caller;
    private final Clock clock = Clock.systemUTC();

    ImportEvents(RunImport runImport, EventStreams eventStreams, CurrentCaller caller) {
        this.runImport = runImport;
        this.eventStreams = eventStreams;
        this.caller = caller;
    }

    /** The data of an event. */
    @Schema(name = "ImportProgress")
    record ProgressView(String status, @Schema(description = "Number of messages that were compared so far") int processed) {
    }

    Multi<OutboundSseEvent> stream(CatalogName catalog, UUID id, Sse sse, RoutingContext context) {
        return eventStreams.open(sse, context, caller.readDraftPermissionCheck(catalog), stream -> {
            var progress = Multi.createFrom().ticks().every(INTERVAL).onOverflow().drop()
                    .onItem().transformToUniAndConcatenate(it -> Uni.createFrom().item(() -> runImport.find(catalog, id))
                            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                    .subscribe().with(it -> send(stream, it), stream::fail);
            stream.onEnd(progress::cancel);
        });
    }

    private void send(EventStream stream, ImportRun run) {
        var status = run.statusAt(clock.instant());
        stream.send("progress", new ProgressView(status.label(), run.processed()));
        if (status != Status.RUNNING) {
            stream.end();
        }
    }
}
