package dev.parlance.rest.logs;

import dev.parlance.rest.http.RequestValidation;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/**
 * Puts the ids of a request into the logging context, and into the header of unsuccessful responses.
 *
 * <p>The logging context belongs to the Vert.x context of the request, so that it follows the request to worker threads and ends with it.
 */
@ApplicationScoped
class RequestLogContext {
    static final String TRACE_KEY = "traceId";
    static final String REQUEST_KEY = "requestId";
    private static final int FIRST_ERROR_STATUS = 400;

    /** Runs after the fast path. */
    void registerRoutes(@Observes Router router) {
        router.route().order(RequestValidation.ROUTE_ORDER - 1).handler(RequestLogContext::identify);
    }

    private static void identify(RoutingContext context) {
        var trace = RequestTrace.of(context);
        if (MDC.get(TRACE_KEY) == null) {
            // Otherwise OpenTelemetry has put the id of its trace.
            MDC.put(TRACE_KEY, trace.traceId());
        }
        MDC.put(REQUEST_KEY, trace.requestId());
        context.addHeadersEndHandler(it -> {
            if (context.response().getStatusCode() >= FIRST_ERROR_STATUS) {
                context.response().putHeader(RequestTrace.REQUEST_ID_HEADER, trace.requestId());
            }
        });
        context.next();
    }
}
