package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.CatalogEvents;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.events.EventStream;
import dev.parlance.rest.events.EventStreams;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Server-sent events of a catalog, which notify clients to fetch new content. */
@Path("/v1/catalogs/{catalog}/events")
@Produces(MediaType.SERVER_SENT_EVENTS)
@NonBlocking
@Tag(name = "Channels")
public class EventResource {
    private final SnapshotRegistry snapshots;
    private final CatalogEvents events;
    private final EventStreams eventStreams;
    private final CurrentCaller caller;

    EventResource(SnapshotRegistry snapshots, CatalogEvents events, EventStreams eventStreams, CurrentCaller caller) {
        this.snapshots = snapshots;
        this.events = events;
        this.eventStreams = eventStreams;
        this.caller = caller;
    }

    @Schema(name = "CatalogEvent", description = "Data of the events `channel` and `release`")
    record EventView(String catalog, @Schema(description = "Absent in the event `release`") @Nullable String channel, int release) {
        static EventView of(CatalogEvents.Event it) {
            return new EventView(it.catalog().value(), it.channel().orElse(null), it.release());
        }
    }

    @GET
    @RequiresPermission(value = Permission.READ, identifiesCaller = true)
    @Operation(operationId = "streamEvents",
            summary = "Streams the current state of each channel, then every move of a channel and every new release.",
            description = "Each event has an id. A client that sends the last id as Last-Event-ID receives the missed events "
                    + "instead of the current state.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EventView.class)))
    public Multi<OutboundSseEvent> stream(String catalog, @Context Sse sse,
            @Parameter(description = "Id of the last event that the client received; any other value is ignored")
            @RestHeader(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId, @Context RoutingContext context) {
        var name = new CatalogName(catalog);
        if (snapshots.channels(name).isEmpty() && !(caller.isExisting(name) && caller.canReadDraft(name))) {
            // Throws the problem that applies.
            snapshots.get(name);
        }
        return eventStreams.open(sse, context, caller.readPermissionCheck(name),
                it -> subscribe(new StreamPosition(name, lastEventId), name, it));
    }

    /**
     * Subscribes before sending the missed events, so that no event is lost in between.
     *
     * @param position the state that the client knows; also used as the lock that keeps the events in order
     */
    private void subscribe(StreamPosition position, CatalogName catalog, EventStream stream) {
        synchronized (position) {
            stream.onEnd(events.subscribe(catalog, it -> send(position, stream, it))::close);
            var present = new TreeMap<String, Integer>();
            snapshots.channels(catalog).forEach((channel, snapshot) -> present.put(channel, snapshot.release()));
            position.missedEvents(present, events.latestRelease(catalog)).forEach(it -> send(position, stream, it));
        }
    }

    private static void send(StreamPosition position, EventStream stream, CatalogEvents.Event event) {
        synchronized (position) {
            position.advance(event).ifPresent(id -> stream.send(id, event.channel().isPresent() ? "channel" : "release",
                    EventView.of(event)));
        }
    }
}
