package dev.parlance.rest.access;

import dev.parlance.audit.AuditAction;
import dev.parlance.audit.AuditEvent;
import dev.parlance.audit.AuditLog;
import dev.parlance.rest.logs.RequestTrace;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The audit log of requests, which adds the caller, the address of the client and the id of the request to each event.
 *
 * <p>Resources record an act after its use case has returned. The id is that of the {@link RequestTrace}, which a proxy may set.
 * The response returns it in the header {@code X-Request-Id}.
 */
@ApplicationScoped
public class RequestAudit {
    private final AuditLog log;
    private final CurrentCaller caller;
    private final RoutingContext routing;

    RequestAudit(AuditLog log, CurrentCaller caller, RoutingContext routing) {
        this.log = log;
        this.caller = caller;
        this.routing = routing;
    }

    /**
     * The origin of a request, for acts that end on a thread without the context of the request.
     *
     * @param token the id of the personal token that authenticated the actor; empty for other credentials
     */
    public record Origin(AuditLog log, String actor, Optional<String> token, String client, String requestId) {

        /** @param attributes names and values in turn */
        public void record(AuditAction action, String... attributes) {
            var event = AuditEvent.of(action).with("actor", actor).with("client", client).with("request", requestId);
            event = token.isPresent() ? event.with("token", token.get()) : event;
            for (int i = 0; i < attributes.length; i += 2) {
                event = event.with(attributes[i], attributes[i + 1]);
            }
            log.record(event);
        }
    }

    /**
     * Records an act of the current caller.
     *
     * @param attributes names and values in turn; never a secret
     */
    public void record(AuditAction action, String... attributes) {
        origin().record(action, attributes);
    }

    /** Returns the origin of the current request. Its response will have the id of the request. */
    public Origin origin() {
        var request = routing.request();
        var id = RequestTrace.of(routing).requestId();
        routing.response().putHeader(RequestTrace.REQUEST_ID_HEADER, id);
        var actor = caller.actor();
        return new Origin(log, actor.isAnonymous() ? "anonymous" : actor.name(), actor.token(), addressOf(request), id);
    }

    /** Returns the IP address of the client: that of the connection, unless Quarkus is configured to trust a proxy. */
    public static String addressOf(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : String.valueOf(request.remoteAddress().hostAddress());
    }
}
