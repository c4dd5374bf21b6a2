package dev.parlance.rest.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The timer {@code http.server.requests} with the tags of Quarkus: uri, method, status and outcome.
 *
 * <p>The meters of Quarkus match each path against one regular expression after another and also count the bytes of each connection,
 * which costs a sixth of the CPU time of a request. This class uses a lookup instead.
 */
@ApplicationScoped
public class RequestMetrics {
    /** The tag of all paths without a route. Otherwise clients could create any number of meters. */
    private static final String UNKNOWN_TAG = "UNKNOWN";
    private static final String NOT_FOUND_TAG = "NOT_FOUND";
    private static final String OPENAPI_PATH = "/v1/openapi";
    private static final int NOT_FOUND_STATUS = 404;
    private static final int OK = 200;
    private static final Set<String> RENDER_ROUTES = Set.of("/v1/catalogs/{catalog}/render", "/v1/catalogs/{catalog}/preview");
    private static final Duration[] RENDER_BUCKETS = Stream.of(1, 5, 25, 100, 250, 1000).map(Duration::ofMillis).toArray(Duration[]::new);
    private static final Set<HttpMethod> KNOWN_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.POST,
            HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final MeterRegistry registry;
    private final Routes routes;
    private final Map<TimerKey, Timers> timers = new ConcurrentHashMap<>();

    private record TimerKey(String uri, String method, int status) {
    }

    /** @param render the time of renderings with its distribution; null for other requests */
    private record Timers(Timer request, @Nullable Timer render) {
    }

    RequestMetrics(MeterRegistry registry, Routes routes) {
        this.routes = routes;
        this.registry = registry;
    }

    void registerRoutes(@Observes Router router) {
        router.route().order(RequestValidation.ROUTE_ORDER - 1).handler(this::startTimer);
    }

    /** Records requests that the fast path did not serve, when the response ends or the client disconnects. */
    private void startTimer(RoutingContext context) {
        long startNanos = System.nanoTime();
        context.addEndHandler(result -> {
            int status = context.response().getStatusCode();
            record(uriTag(context.request().path(), status), context.request().method(), status, startNanos);
        });
        context.next();
    }

    /**
     * Records a request.
     *
     * @param uri        a path template of {@link Routes}
     * @param status     the HTTP status
     * @param startNanos the start of the request, by {@link System#nanoTime()}
     */
    public void record(String uri, HttpMethod method, int status, long startNanos) {
        var key = new TimerKey(uri, KNOWN_METHODS.contains(method) ? method.name() : UNKNOWN_TAG, status);
        var timer = timers.get(key);
        if (timer == null) {
            timer = timers.computeIfAbsent(key, it -> new Timers(createTimer(it), createRenderTimer(it)));
        }
        long nanos = System.nanoTime() - startNanos;
        timer.request().record(nanos, TimeUnit.NANOSECONDS);
        if (timer.render() != null) {
            timer.render().record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private String uriTag(String path, int status) {
        if (path.equals(OPENAPI_PATH)) {
            return path;
        }
        return routes.templateOf(path).orElse(status == NOT_FOUND_STATUS ? NOT_FOUND_TAG : UNKNOWN_TAG);
    }

    /** Distributions cost memory for each series, so only successful batches have one. */
    private @Nullable Timer createRenderTimer(TimerKey key) {
        boolean renders = key.status() == OK && RENDER_ROUTES.contains(key.uri());
        return renders ? Timer.builder("parlance.render").description("Time of batches of renderings and of previews")
                .tag("kind", key.uri().substring(key.uri().lastIndexOf('/') + 1)).serviceLevelObjectives(RENDER_BUCKETS).register(registry)
                : null;
    }

    private Timer createTimer(TimerKey key) {
        return Timer.builder("http.server.requests").description("HTTP server request processing time")
                .tag("method", key.method()).tag("uri", key.uri()).tag("outcome", Outcome.forStatus(key.status()).name())
                .tag("status", Integer.toString(key.status())).register(registry);
    }
}
