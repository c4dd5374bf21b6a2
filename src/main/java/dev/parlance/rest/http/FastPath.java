package dev.parlance.rest.http;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * Serves common valid GETs on the event loop; everything else falls through to Jakarta REST.
 *
 * <p>Both paths give the same response to the same request.
 */
@ApplicationScoped
class FastPath {
    private final List<FastPathHandler> handlers;
    private final RequestMetrics metrics;
    private final CorsPolicy cors;

    FastPath(@All List<FastPathHandler> handlers, RequestMetrics metrics, CorsPolicy cors) {
        this.cors = cors;
        this.handlers = handlers;
        this.metrics = metrics;
    }

    void registerRoutes(@Observes Router router) {
        router.route().order(RequestValidation.ROUTE_ORDER - 2).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        long startNanos = System.nanoTime();
        var request = context.request();
        var result = isEligible(request) ? first(context) : Optional.<FastPathHandler.Answer>empty();
        if (result.isPresent()) {
            metrics.record(result.get().template(), request.method(), result.get().status(), startNanos);
        } else {
            context.next();
        }
    }

    private Optional<FastPathHandler.Answer> first(RoutingContext context) {
        cors.addHeaders(context);
        for (var handler : handlers) {
            var response = handler.respond(context);
            if (response.isPresent()) {
                return response;
            }
        }
        return Optional.empty();
    }

    /** Requests with a body, repeated lines or oversized headers are left to {@link RequestValidation}. */
    private static boolean isEligible(HttpServerRequest request) {
        var headers = request.headers();
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && !headers.contains(HttpHeaders.CONTENT_LENGTH) && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && !RequestValidation.hasRepeatedLines(headers)
                && RequestValidation.headerSize(request) <= RequestValidation.MAX_HEADER_BYTES;
    }
}
