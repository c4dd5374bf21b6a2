package dev.parlance.rest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code http.server.requests} as Quarkus has it: how long answers take, by documented address, method, status and outcome. Its own
 * meters read each address by one regular expression after another, and each connection's bytes beside, for a sixth of the
 * processor's time of a request; this is a lookup.
 */
@ApplicationScoped
public class RequestTimes {
    /** What is under no documented address has one name, or callers could make up meters without end. */
    private static final String UNKNOWN = "UNKNOWN";
    private static final String NOT_FOUND = "NOT_FOUND";
    private static final String DESCRIPTION = "/v1/openapi";
    private static final int STATUS_NOT_FOUND = 404;
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.POST,
            HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final MeterRegistry registry;
    private final Routes routes;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String uri, String method, int status) {
    }

    RequestTimes(MeterRegistry registry, Routes routes) {
        this.routes = routes;
        this.registry = registry;
    }

    void install(@Observes Router router) {
        router.route().order(RequestGate.FIRST - 1).handler(this::begin);
    }

    /** What the short ways leave is counted when its answer has ended, or its caller has gone. */
    private void begin(RoutingContext context) {
        long began = System.nanoTime();
        context.addEndHandler(ended -> {
            int status = context.response().getStatusCode();
            record(uri(context.request().path(), status), context.request().method(), status, began);
        });
        context.next();
    }

    /**
     * @param uri   a template of {@link Routes}
     * @param began of {@link System#nanoTime()}
     */
    public void record(String uri, HttpMethod method, int status, long began) {
        var kind = new Kind(uri, METHODS.contains(method) ? method.name() : UNKNOWN, status);
        var timer = timers.get(kind);
        if (timer == null) {
            timer = timers.computeIfAbsent(kind, this::timer);
        }
        timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private String uri(String path, int status) {
        if (path.equals(DESCRIPTION)) {
            return path;
        }
        return routes.template(path).orElse(status == STATUS_NOT_FOUND ? NOT_FOUND : UNKNOWN);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests").description("HTTP server request processing time")
                .tag("method", kind.method()).tag("uri", kind.uri()).tag("outcome", Outcome.forStatus(kind.status()).name())
                .tag("status", Integer.toString(kind.status())).register(registry);
    }
}
