package dev.parlance.rest.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ClientNetwork;
import dev.parlance.publishing.delivery.CatalogEvents;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.ResponseReservation;
import dev.parlance.rest.problem.InternalErrors;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
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
    /** The backpressure limit. A slower client is disconnected, and receives the current state when it reconnects. */
    private static final int MAX_BUFFERED_EVENTS = 256;

    /** Keeps proxies and clients from closing an idle connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** The longest time for which a stream outlives the session that opened it. */
    private static final Duration ACCESS_CHECK = Duration.ofSeconds(1);

    private static final int MIN_RECONNECT_MILLIS = 1000;
    private static final int MAX_RECONNECT_MILLIS = 5000;

    private final SnapshotRegistry snapshots;
    private final CatalogEvents events;
    private final OpenStreams openStreams;
    private final ObjectMapper json;
    private final CurrentCaller caller;

    EventResource(SnapshotRegistry snapshots, CatalogEvents events, OpenStreams openStreams, ObjectMapper json, CurrentCaller caller) {
        this.snapshots = snapshots;
        this.events = events;
        this.openStreams = openStreams;
        this.json = json;
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
    public Multi<OutboundSseEvent> stream(String catalog, Sse sse,
            @Parameter(description = "Id of the last event that the client received; any other value is ignored")
            @RestHeader(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId, @Context RoutingContext context) {
        var name = new CatalogName(catalog);
        if (snapshots.channels(name).isEmpty() && !(caller.isExisting(name) && caller.canReadDraft(name))) {
            // Throws the problem that applies.
            snapshots.get(name);
        }
        // Released at the end of the stream, and of the response, because the client may disconnect before the stream starts.
        var network = ClientNetwork.of(context.request().remoteAddress().hostAddress());
        var release = openStreams.reserve(network.narrowest());
        ResponseReservation.of(context).add(release);
        var end = sse.newEventBuilder().comment("").build();
        Multi<OutboundSseEvent> catalogEvents =
                Multi.createFrom().emitter(emitter -> subscribe(new StreamPosition(name, lastEventId), name, sse, emitter, end),
                MAX_BUFFERED_EVENTS);
        var heartbeats = Multi.createFrom().ticks().startingAfter(HEARTBEAT).every(HEARTBEAT).onOverflow().drop()
                .map(it -> sse.newEventBuilder().comment("").build());
        var canRead = caller.readPermissionCheck(name);
        // A caller who loses access, or whose session ends, receives no further events.
        // Jakarta REST does not send the headers of a stream of events.
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader("X-Accel-Buffering", "no");
        return Multi.createBy().merging().streams(catalogEvents.map(Optional::of), heartbeats.map(Optional::of), accessChecks())
                .select().first(it -> (it.isEmpty() || it.get() != end) && canRead.getAsBoolean())
                .select().where(Optional::isPresent).map(Optional::get)
                .onFailure().invoke(InternalErrors::report)
                .onTermination().invoke(release);
    }

    /** Emits signals to check access, which are not sent. Anonymous callers have no session that could end. */
    private Multi<Optional<OutboundSseEvent>> accessChecks() {
        return caller.actor().isAnonymous() ? Multi.createFrom().empty()
                : Multi.createFrom().ticks().every(ACCESS_CHECK).onOverflow().drop().map(it -> Optional.empty());
    }

    /**
     * Subscribes before sending the missed events, so that no event is lost in between.
     *
     * @param position the state that the client knows; also used as the lock that keeps the events in order
     * @param end      ends the stream, and is not sent itself
     */
    private void subscribe(StreamPosition position, CatalogName catalog, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter,
            OutboundSseEvent end) {
        synchronized (position) {
            var subscription = events.subscribe(catalog, it -> emit(position, sse, emitter, it));
            Runnable stop = () -> {
                emitter.emit(sse.newEventBuilder().reconnectDelay(randomReconnectMillis()).comment("The service is stopping").build());
                emitter.emit(end);
            };
            emitter.onTermination(() -> {
                openStreams.remove(stop);
                subscription.close();
            });
            var present = new TreeMap<String, Integer>();
            snapshots.channels(catalog).forEach((channel, snapshot) -> present.put(channel, snapshot.release()));
            emitter.emit(sse.newEventBuilder().comment("").build());
            position.missedEvents(present, events.latestRelease(catalog)).forEach(it -> emit(position, sse, emitter, it));
            // Last, because it ends the stream at once if the replica is stopping.
            openStreams.add(stop);
            if (emitter.isCancelled()) {
                openStreams.remove(stop);
            }
        }
    }

    private void emit(StreamPosition position, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter, CatalogEvents.Event event) {
        synchronized (position) {
            position.advance(event).ifPresent(id -> emitter.emit(toSseEvent(sse, event, id)));
        }
    }

    /** Serializes to a string. For an object, Quarkus would add a line with its type, which the format does not define. */
    private String toJson(EventView event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutboundSseEvent toSseEvent(Sse sse, CatalogEvents.Event it, String id) {
        return sse.newEventBuilder()
                .id(id)
                .name(it.channel().isPresent() ? "channel" : "release")
                .reconnectDelay(randomReconnectMillis())
                .data(toJson(EventView.of(it))).build();
    }

    /** Returns a random delay, so that disconnected clients do not all reconnect at once. */
    private static int randomReconnectMillis() {
        return ThreadLocalRandom.current().nextInt(MIN_RECONNECT_MILLIS, MAX_RECONNECT_MILLIS);
    }
}
