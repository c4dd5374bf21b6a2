package dev.parlance.rest;

import dev.parlance.publishing.Delivery;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The short way of bundles. The first request for an address takes the long way, through the gate and Jakarta REST, which check
 * everything and make the answer; the next ones are a lookup by the address, before anything else, on the event loop.
 * The answers are forgotten as soon as anything else is served, because they are kept with the state they are made of.
 */
@ApplicationScoped
class BundleRoute {
    /** Only canonical addresses are kept, so there are never many more; this is for a mistake of ours. */
    private static final int MOST = 100_000;

    /** What libraries and browsers say that take JSON. Whatever else is said is weighed on the long way. */
    private static final Set<String> TAKES_JSON = Set.of("*/*", "application/json", "application/json, text/plain, */*");

    private final Delivery delivery;
    private volatile Kept kept;

    private record Kept(Delivery.State state, Map<String, FixedAnswer> byAddress) {
    }

    BundleRoute(Delivery delivery) {
        this.delivery = delivery;
        this.kept = new Kept(delivery.state(), new ConcurrentHashMap<>());
    }

    void install(@Observes Router router) {
        router.route().order(RequestGate.FIRST - 1).handler(this::answer);
    }

    /**
     * From now on, as long as this very state is served.
     *
     * @param address path and query in the one spelling that is kept
     */
    void keep(Delivery.State state, String address, FixedAnswer answer) {
        var now = kept;
        if (now.state() != state) {
            now = new Kept(state, new ConcurrentHashMap<>());
            kept = now;
        }
        if (now.byAddress().size() < MOST) {
            now.byAddress().put(address, answer);
        }
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var now = kept;
        var answer = reads(request) && now.state() == delivery.state() ? now.byAddress().get(request.uri()) : null;
        if (answer == null) {
            context.next();
            return;
        }
        answer.send(context.response(), request.getHeader(HttpHeaders.ACCEPT_ENCODING), request.getHeader(HttpHeaders.IF_NONE_MATCH),
                delivery.stale());
    }

    /** A body and long headers are for the gate to judge, what is not JSON for Jakarta REST. */
    private static boolean reads(HttpServerRequest request) {
        var headers = request.headers();
        var accept = headers.get(HttpHeaders.ACCEPT);
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && (accept == null || TAKES_JSON.contains(accept))
                && !headers.contains(HttpHeaders.CONTENT_LENGTH) && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && RequestGate.size(request) <= RequestGate.LARGEST_HEADER;
    }
}
