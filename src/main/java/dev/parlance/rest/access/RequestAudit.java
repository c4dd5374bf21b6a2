package dev.parlance.rest.access;

import dev.parlance.audit.AuditAction;
import dev.parlance.audit.AuditEvent;
import dev.parlance.audit.AuditLog;
import dev.parlance.security.RandomSecrets;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The audit log of requests, which adds the caller, the address of the client and the id of the request to each event.
 *
 * <p>Resources record an act after its use case has returned. The id is that of the header {@value #REQUEST_ID_HEADER}, which a proxy
 * may set; otherwise it is random. The response returns it in the same header.
 */
@ApplicationScoped
public class RequestAudit {
    /** The header that identifies a request in the logs of a proxy and of this service. */
    public static final String REQUEST_ID_HEADER = "X-Request-Id";

    private static final int ID_BYTES = 8;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

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
        var id = Optional.ofNullable(request.getHeader(REQUEST_ID_HEADER)).filter(it -> REQUEST_ID.matcher(it).matches())
                .orElseGet(() -> RandomSecrets.randomHex(ID_BYTES));
        routing.response().putHeader(REQUEST_ID_HEADER, id);
        var actor = caller.actor();
        return new Origin(log, actor.isAnonymous() ? "anonymous" : actor.name(), actor.token(), addressOf(request), id);
    }

    /** Returns the IP address of the client: that of the connection, unless Quarkus is configured to trust a proxy. */
    public static String addressOf(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : String.valueOf(request.remoteAddress().hostAddress());
    }
}
