package dev.parlance.rest.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.limits.ClientNetwork;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.http.ResponseReservation;
import dev.parlance.rest.problem.InternalErrors;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Opens streams of server-sent events. */
@ApplicationScoped
public class EventStreams {
    /**
     * The backpressure limit. A slower client is disconnected, and receives the current state after reconnecting.
     *
     * <p>The events wait in the queue of the merging operator. The emitter must not have a buffer of its own: Mutiny 3.1.1 clears it on the
     * thread that cancels the stream, while another thread may read from it, and a queue with two readers can make both spin for ever.
     */
    private static final int MAX_BUFFERED_EVENTS = 256;

    /** Prevents proxies and clients from closing an idle connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** The maximum time for which a stream outlives the session that opened it. */
    private static final Duration ACCESS_CHECK = Duration.ofSeconds(1);

    private final OpenStreams openStreams;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    EventStreams(OpenStreams openStreams, CurrentCaller caller, ObjectMapper json) {
        this.openStreams = openStreams;
        this.caller = caller;
        this.json = json;
    }

    /**
     * Opens a stream for the current caller.
     *
     * @param canRead returns whether the caller may still receive events; the stream ends if the caller loses access or the session ends
     * @param source  starts sending events; called when the client is ready, and must not block
     * @throws dev.parlance.problems.ProblemException {@code BUSY} if too many streams are open
     */
    public Multi<OutboundSseEvent> open(Sse sse, RoutingContext context, BooleanSupplier canRead, Consumer<EventStream> source) {
        // Released when either the stream or the response ends, because the client may disconnect before the stream starts.
        var release = openStreams.reserve(ClientNetwork.of(context.request().remoteAddress().hostAddress()).narrowest());
        ResponseReservation.of(context).add(release);
        var endSignal = sse.newEventBuilder().comment("").build();
        Multi<OutboundSseEvent> events = Multi.createFrom().emitter(
                emitter -> start(new EventStream(sse, json, emitter, endSignal), emitter, source), BackPressureStrategy.ERROR);
        var heartbeats = Multi.createFrom().ticks().startingAfter(HEARTBEAT).every(HEARTBEAT).onOverflow().drop()
                .map(it -> sse.newEventBuilder().comment("").build());
        // Jakarta REST does not send the headers of an event stream.
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader("X-Accel-Buffering", "no");
        return Multi.createBy().merging().withRequests(MAX_BUFFERED_EVENTS)
                .streams(events.map(Optional::of), heartbeats.map(Optional::of), accessChecks())
                .select().first(it -> (it.isEmpty() || it.get() != endSignal) && canRead.getAsBoolean())
                .select().where(Optional::isPresent).map(Optional::get)
                .onFailure().invoke(InternalErrors::report)
                .onTermination().invoke(release);
    }

    private void start(EventStream stream, MultiEmitter<? super OutboundSseEvent> emitter, Consumer<EventStream> source) {
        emitter.onTermination(stream::terminate);
        stream.sendComment("");
        source.accept(stream);
        Runnable stop = stream::stop;
        // Must be last, because it ends the stream immediately if the replica is stopping.
        openStreams.add(stop);
        stream.onEnd(() -> openStreams.remove(stop));
    }

    /** Emits internal signals that trigger an access check. Anonymous callers have no session that could end. */
    private Multi<Optional<OutboundSseEvent>> accessChecks() {
        return caller.actor().isAnonymous() ? Multi.createFrom().empty()
                : Multi.createFrom().ticks().every(ACCESS_CHECK).onOverflow().drop().map(it -> Optional.empty());
    }
}
