package dev.parlance.rest.delivery;

import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.FastPathHandler;
import dev.parlance.rest.http.FixedAnswer;
import dev.parlance.rest.http.Routes;
import dev.parlance.rest.input.Shape;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The short way of bundles. The first request for an address takes the long way, through the gate and Jakarta REST, which check
 * everything and make the answer; the next ones are a lookup by the address.
 * The answers are forgotten as soon as anything else is served, because they are kept with the state they are made of. Nobody is
 * asked who reads, so nothing is kept of a catalog that is not for everybody.
 */
@Singleton
@Priority(2)
class KeptBundles implements FastPathHandler {
    /** Only canonical addresses are kept, so there are never many more; this is for a mistake of ours. */
    private static final int MOST = 100_000;

    private final SnapshotRegistry delivery;
    private final Routes routes;
    private volatile Kept kept;

    private record Kept(SnapshotRegistry.State state, Map<String, Known> byAddress) {
    }

    private record Known(String template, FixedAnswer answer) {
    }

    KeptBundles(SnapshotRegistry delivery, Routes routes) {
        this.routes = routes;
        this.delivery = delivery;
        this.kept = new Kept(delivery.state(), new ConcurrentHashMap<>());
    }

    /**
     * From now on, as long as this very state is served.
     *
     * @param path  in the one spelling that is kept
     * @param query likewise, with its question mark; or empty
     */
    void keep(SnapshotRegistry.State state, String path, String query, FixedAnswer answer) {
        var now = kept;
        if (now.state() != state) {
            now = new Kept(state, new ConcurrentHashMap<>());
            kept = now;
        }
        if (now.byAddress().size() < MOST) {
            now.byAddress().put(path + query, new Known(routes.template(path).orElseThrow(), answer));
        }
    }

    /** @return what was answered, or empty where nothing is kept */
    @Override
    public Optional<Answer> answer(RoutingContext context) {
        var request = context.request();
        var now = kept;
        var known = now.state() == delivery.state() ? now.byAddress().get(request.uri()) : null;
        if (known == null || Shape.named(request.getHeader(HttpHeaders.ACCEPT)) != Shape.JSON) {
            return Optional.empty();
        }
        int status = known.answer().send(request.response(), request.getHeader(HttpHeaders.ACCEPT_ENCODING),
                request.getHeader(HttpHeaders.IF_NONE_MATCH), delivery.staleness());
        return Optional.of(new Answer(known.template(), status));
    }
}
