package dev.parlance.rest.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** An open stream of events to one client. Thread-safe. */
public final class EventStream {
    private static final int MIN_RECONNECT_MILLIS = 1000;
    private static final int MAX_RECONNECT_MILLIS = 5000;

    private final Sse sse;
    private final ObjectMapper json;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final OutboundSseEvent endSignal;
    private final List<Runnable> endActions = new ArrayList<>();
    private boolean terminated;

    /** @param endSignal ends the stream; it is not sent to the client */
    EventStream(Sse sse, ObjectMapper json, MultiEmitter<? super OutboundSseEvent> emitter, OutboundSseEvent endSignal) {
        this.sse = sse;
        this.json = json;
        this.emitter = emitter;
        this.endSignal = endSignal;
    }

    /** Sends an event without an id. */
    public void send(String name, Object data) {
        emitter.emit(newEvent(name, data).build());
    }

    /** Sends an event with an id, which clients return as {@code Last-Event-ID} when they reconnect. */
    public void send(String id, String name, Object data) {
        emitter.emit(newEvent(name, data).id(id).build());
    }

    private OutboundSseEvent.Builder newEvent(String name, Object data) {
        return sse.newEventBuilder().name(name).reconnectDelay(randomReconnectMillis()).data(toJson(data));
    }

    /** Ends the stream after all events sent so far. */
    public void end() {
        emitter.emit(endSignal);
    }

    /** Fails the stream. */
    public void fail(Throwable failure) {
        emitter.fail(failure);
    }

    /** Registers an action that runs once when the stream ends, for any reason, or immediately if it has ended. */
    public void onEnd(Runnable action) {
        synchronized (endActions) {
            if (!terminated) {
                endActions.add(action);
                return;
            }
        }
        action.run();
    }

    /** Sends a comment, which clients ignore. */
    void sendComment(String comment) {
        emitter.emit(sse.newEventBuilder().comment(comment).build());
    }

    /** Ends the stream because the replica is stopping. */
    void stop() {
        emitter.emit(sse.newEventBuilder().reconnectDelay(randomReconnectMillis()).comment("The service is stopping").build());
        end();
    }

    /** Runs the registered end actions. */
    void terminate() {
        List<Runnable> actions;
        synchronized (endActions) {
            terminated = true;
            actions = List.copyOf(endActions);
            endActions.clear();
        }
        actions.forEach(Runnable::run);
    }

    /** Serializes to a string, because for an object, Quarkus would add a line with its type, which the format does not define. */
    private String toJson(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a random delay, so that disconnected clients do not reconnect all at once. */
    private static int randomReconnectMillis() {
        return ThreadLocalRandom.current().nextInt(MIN_RECONNECT_MILLIS, MAX_RECONNECT_MILLIS);
    }
}
