package dev.parlance.rest.delivery;

import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.FastPathHandler;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.Routes;
import dev.parlance.rest.input.Representation;
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
class BundleResponseCache implements FastPathHandler {
    /** Only canonical addresses are kept, so there are never many more; this is for a mistake of ours. */
    private static final int MAX_ENTRIES = 100_000;

    private final SnapshotRegistry snapshots;
    private final Routes routes;
    private volatile CacheGeneration generation;

    private record CacheGeneration(SnapshotRegistry.State state, Map<String, CachedResponse> byAddress) {
    }

    private record CachedResponse(String template, PrecomputedResponse response) {
    }

    BundleResponseCache(SnapshotRegistry snapshots, Routes routes) {
        this.routes = routes;
        this.snapshots = snapshots;
        this.generation = new CacheGeneration(snapshots.state(), new ConcurrentHashMap<>());
    }

    /**
     * From now on, as long as this very state is served.
     *
     * @param path  in the one spelling that is kept
     * @param query likewise, with its question mark; or empty
     */
    void put(SnapshotRegistry.State state, String path, String query, PrecomputedResponse response) {
        var current = generation;
        if (current.state() != state) {
            current = new CacheGeneration(state, new ConcurrentHashMap<>());
            generation = current;
        }
        if (current.byAddress().size() < MAX_ENTRIES) {
            current.byAddress().put(path + query, new CachedResponse(routes.templateOf(path).orElseThrow(), response));
        }
    }

    /** @return what was answered, or empty where nothing is kept */
    @Override
    public Optional<Answer> respond(RoutingContext context) {
        var request = context.request();
        var current = generation;
        var cached = current.state() == snapshots.state() ? current.byAddress().get(request.uri()) : null;
        if (cached == null || Representation.ofCommonHeader(request.getHeader(HttpHeaders.ACCEPT)) != Representation.JSON) {
            return Optional.empty();
        }
        int status = cached.response().send(request.response(), request.getHeader(HttpHeaders.ACCEPT_ENCODING),
                request.getHeader(HttpHeaders.IF_NONE_MATCH), snapshots.staleness());
        return Optional.of(new Answer(cached.template(), status));
    }
}
