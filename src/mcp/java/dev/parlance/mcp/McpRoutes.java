package dev.parlance.mcp;

import dev.parlance.problems.ProblemType;
import dev.parlance.rest.http.RequestValidation;
import io.quarkiverse.mcp.server.runtime.ConnectionManager;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Admits requests to the extension: single messages, by POST to {@code /mcp}.
 *
 * <p>The extension also offers streams, sessions and the deprecated transport. The server has nothing to send by them, and each would need
 * limits of its own.
 */
@ApplicationScoped
class McpRoutes {
    private static final String PATH = "/mcp";
    private static final String SESSION_HEADER = "Mcp-Session-Id";
    private static final int ACCEPTED = 202;

    private final ConnectionManager sessions;

    McpRoutes(ConnectionManager sessions) {
        this.sessions = sessions;
    }

    /** The routes have no path, because the router would decode it, and reject invalid escapes, before the request validation. */
    void registerRoutes(@Observes Router router) {
        router.route().order(RequestValidation.ROUTE_ORDER - 1).handler(McpRoutes::allowLargeBody);
        router.route().order(RequestValidation.ROUTE_ORDER + 3).handler(this::admit);
    }

    private static void allowLargeBody(RoutingContext context) {
        if (context.request().path().equals(PATH)) {
            context.put(RequestValidation.LARGE_BODY, true);
        }
        context.next();
    }

    private void admit(RoutingContext context) {
        // The router matches normalized paths, too.
        var path = context.normalizedPath();
        if (path.equals(PATH)) {
            admitMessage(context);
        } else if (path.startsWith(PATH + "/")) {
            context.fail(ProblemType.NOT_FOUND.with(context.request().path()));
        } else {
            context.next();
        }
    }

    private void admitMessage(RoutingContext context) {
        var method = context.request().method();
        if (!method.equals(HttpMethod.POST)) {
            context.fail(ProblemType.METHOD_NOT_ALLOWED.with(method.name(), HttpMethod.POST.name()));
            return;
        }
        var message = parse(context.body().buffer()).orElseThrow(() -> ProblemType.MALFORMED_BODY.with(1, 1));
        if (message.containsKey("id")) {
            context.addHeadersEndHandler(ignored -> endSession(context));
            context.next();
        } else {
            // A notification is about a session or a running request, of which the server keeps none.
            context.response().setStatusCode(ACCEPTED).end();
        }
    }

    /** Returns a request or notification. Batches are not part of the current protocol, and responses would belong to a session. */
    private static Optional<JsonObject> parse(@Nullable Buffer body) {
        try {
            return body != null && Json.decodeValue(body) instanceof JsonObject message && message.getValue("method") instanceof String
                    ? Optional.of(message) : Optional.empty();
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    /** Ends the session that the extension has started for an initialization, so that the client sends its requests without one. */
    private void endSession(RoutingContext context) {
        var headers = context.response().headers();
        Optional.ofNullable(headers.get(SESSION_HEADER)).ifPresent(it -> {
            headers.remove(SESSION_HEADER);
            sessions.remove(it);
        });
    }
}
