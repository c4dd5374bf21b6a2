package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.FastPathHandler;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.Routes;
import dev.parlance.rest.input.Representation;
import dev.parlance.rest.usage.DeliveryUsage;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fast path of bundles: a cache of responses by URL.
 *
 * <p>The first request for a URL is validated and answered by Jakarta REST, which adds the response to the cache. The cache belongs
 * to one {@link SnapshotRegistry.State}, so every change of the served content empties it. It does not authenticate callers, so it
 * holds public catalogs only.
 */
@Singleton
@Priority(2)
class BundleResponseCache implements FastPathHandler {
    private static final Pattern IGNORED_QUERY = Pattern.compile("\\?v=[A-Za-z0-9._-]*");

    private final SnapshotRegistry snapshots;
    private final Routes routes;
    private final ResourceUsage usage;
    private final DeliveryUsage deliveryUsage;
    private volatile CacheGeneration generation;

    private record CacheGeneration(SnapshotRegistry.State state, Map<String, CachedResponse> byAddress) {
    }

    private record CachedResponse(String template, PrecomputedResponse response, long ownBytes, BundleUrl url, boolean counted) {
    }

    /**
     * The URL of a bundle, and what it is the URL of.
     *
     * @param path  the canonical path
     * @param query the canonical query with its question mark, or the empty string
     */
    record BundleUrl(String path, String query, CatalogName catalog, LocaleTag locale) {
    }

    BundleResponseCache(SnapshotRegistry snapshots, Routes routes, ResourceUsage usage, DeliveryUsage deliveryUsage) {
        this.deliveryUsage = deliveryUsage;
        this.routes = routes;
        this.snapshots = snapshots;
        this.usage = usage;
        this.generation = new CacheGeneration(snapshots.state(), new ConcurrentHashMap<>());
    }

    /**
     * Caches a response for as long as the state is served. Does nothing if the state is outdated or a limit is reached.
     *
     * @param ownBytes the size of the body, if it is not part of the snapshot; else 0
     */
    synchronized void put(SnapshotRegistry.State state, BundleUrl url, PrecomputedResponse response, long ownBytes) {
        if (state != snapshots.state()) {
            return;
        }
        if (generation.state() != state) {
            generation.byAddress().values().forEach(it -> usage.release(ResourceLimit.FORMATTED_RESPONSES, it.ownBytes()));
            generation = new CacheGeneration(state, new ConcurrentHashMap<>());
        }
        var byAddress = generation.byAddress();
        if (byAddress.size() >= ResourceLimit.BUNDLE_RESPONSES.value()) {
            usage.countRejection(ResourceLimit.BUNDLE_RESPONSES);
        } else if (usage.tryAcquire(ResourceLimit.FORMATTED_RESPONSES, ownBytes)) {
            // Slow clients keep bodies in memory after their generation has ended.
            var sent = ownBytes > 0 ? response.withCountedBodies() : response;
            var replaced = byAddress.put(url.path() + url.query(), new CachedResponse(routes.templateOf(url.path()).orElseThrow(), sent,
                    ownBytes, url, DeliveryUsage.isCounted(url.locale())));
            if (replaced != null) {
                usage.release(ResourceLimit.FORMATTED_RESPONSES, replaced.ownBytes());
            }
        }
    }

    /** Sends the cached response; returns empty if there is none. */
    @Override
    public Optional<Answer> respond(RoutingContext context) {
        var request = context.request();
        var current = generation;
        var cached = current.state() == snapshots.state() ? find(current.byAddress(), request.uri()) : null;
        if (cached == null || Representation.ofCommonHeader(request.getHeader(HttpHeaders.ACCEPT)) != Representation.JSON) {
            return Optional.empty();
        }
        int status = cached.response().send(request.response(), request.getHeader(HttpHeaders.ACCEPT_ENCODING),
                request.getHeader(HttpHeaders.IF_NONE_MATCH), snapshots.staleness());
        if (cached.counted() && request.method() == HttpMethod.GET) {
            deliveryUsage.countBundle(cached.url().catalog(), cached.url().locale(), status);
        }
        return Optional.of(new Answer(cached.template(), status));
    }

    /** Looks up a URL, and without the parameter {@code v} if it has no other. */
    private static @Nullable CachedResponse find(Map<String, CachedResponse> byAddress, String uri) {
        var cached = byAddress.get(uri);
        int query = uri.indexOf('?');
        return cached == null && query > 0 && IGNORED_QUERY.matcher(uri).region(query, uri.length()).matches()
                ? byAddress.get(uri.substring(0, query)) : cached;
    }
}
