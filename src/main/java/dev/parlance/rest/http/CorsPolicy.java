package dev.parlance.rest.http;

import dev.parlance.catalog.CorsOrigins;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The CORS policy (Fetch standard): pages of allowed origins may read, without cookies.
 *
 * <p>By default, pages of all origins may read, and a private catalog has no origins. A catalog may name its own ({@link CorsOrigins});
 * those of the service limit them. An unknown catalog is answered as a private one, so that names cannot be guessed.
 *
 * <p>Pages of other origins read public content, and other content with a key of their own. Reads are GET, HEAD and the POSTs that
 * only need a body or report what was missing. All other responses carry no CORS headers, so browsers block them.
 *
 * <p>{@code Vary: Origin} would store a response once for each origin in shared caches, so only responses to a list of origins have it.
 */
@Singleton
class CorsPolicy {
    /** The response headers that pages may read in addition to the safelisted ones. */
    static final String EXPOSED_HEADERS = "Content-Location, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, "
            + String.join(", ", CacheHeaders.RELEASE_HEADER, CacheHeaders.LOSSY_HEADER, CacheHeaders.MISSING_HEADER, CacheHeaders.STALE_HEADER,
                    CacheHeaders.LOCALIZED_HEADER);

    private static final CharSequence EXPOSE_HEADERS_NAME = HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence EXPOSE_HEADERS_VALUE = HttpHeaders.createOptimized(EXPOSED_HEADERS);
    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized(CorsOrigins.ANY);

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final Set<String> ANONYMOUS_POSTS = Set.of("render", "preview", "resolve", "localize", "missing");
    private static final String REQUEST_METHOD_HEADER = "Access-Control-Request-Method";
    private static final String ORIGIN_HEADER = "Origin";
    private static final int NO_CONTENT = 204;
    private static final List<String> CATALOG_PATHS = List.of("/v1/catalogs/", "/codes/");

    private final OriginRule serviceRule;
    private final AccessRegistry accessRegistry;
    private final String allowedHeaders;
    private volatile CatalogRules catalogRules = new CatalogRules(null, Map.of());

    /** @param exact the allowed origins, unless all are allowed */
    private record OriginRule(boolean allowsAny, Set<String> exact) {
        static final OriginRule NONE = new OriginRule(false, Set.of());

        boolean dependsOnOrigin() {
            return !allowsAny && !exact.isEmpty();
        }

        OriginRule limitedBy(OriginRule other) {
            if (other.allowsAny) {
                return this;
            }
            var both = exact.stream().filter(other.exact::contains).collect(Collectors.toUnmodifiableSet());
            return allowsAny ? other : new OriginRule(false, both);
        }
    }

    /** The rules of all catalogs by name, as long as the access data are the same. */
    private record CatalogRules(@Nullable AccessSnapshot snapshot, Map<String, OriginRule> byCatalog) {
    }

    /**
     * Creates the policy from its configuration.
     *
     * @param origins        origins as browsers send them, or {@code *}; empty allows none
     * @param allowedHeaders the request headers that pages may set
     * @throws IllegalArgumentException if an origin could never match, or a header name is invalid
     */
    CorsPolicy(@ConfigProperty(name = "parlance.cors.origins") Optional<List<String>> origins,
            @ConfigProperty(name = "parlance.cors.headers") Optional<List<String>> allowedHeaders, AccessRegistry accessRegistry) {
        this.accessRegistry = accessRegistry;
        var configured = new CorsOrigins(origins.orElse(List.of()));
        this.serviceRule = new OriginRule(configured.allowAny(), configured.exact());
        this.allowedHeaders = String.join(", ", allowedHeaders.orElse(List.of()));
        configured.origins().stream().filter(it -> !it.equals(CorsOrigins.ANY) && !CorsOrigins.isOrigin(it)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("parlance.cors.origins: \"" + it + "\" is not an origin such as https://app.example.com");
        });
        allowedHeaders.orElse(List.of()).stream().filter(it -> !HEADER_NAME.matcher(it).matches()).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("parlance.cors.headers: \"" + it + "\" is not the name of a header");
        });
    }

    /** Sets the CORS headers. Returns true if the request was a preflight, which is then answered. */
    boolean handle(RoutingContext context) {
        var request = context.request();
        var requestedMethod = request.getHeader(REQUEST_METHOD_HEADER);
        boolean preflight = request.method() == HttpMethod.OPTIONS && requestedMethod != null && request.headers().contains(ORIGIN_HEADER);
        if (!isRead(preflight ? requestedMethod : request.method().name(), request.path())) {
            return false;
        }
        boolean allowed = addHeaders(context);
        if (!preflight || !allowed) {
            return false;
        }
        var headers = context.response().headers();
        headers.remove(EXPOSE_HEADERS_NAME);
        headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST");
        headers.set("Access-Control-Allow-Headers", allowedHeaders);
        headers.set("Access-Control-Max-Age", "86400");
        context.response().setStatusCode(NO_CONTENT).end();
        return true;
    }

    /** Sets the CORS headers of a read. Returns whether the origin of the request may read. May be called twice. */
    boolean addHeaders(RoutingContext context) {
        var request = context.request();
        var rule = ruleOf(request.path());
        if (rule.dependsOnOrigin()) {
            // Jakarta REST replaces the header, so it is completed just before it is sent.
            context.addHeadersEndHandler(it -> addVary(context));
        }
        var origin = rule.allowsAny() ? ANY_ORIGIN : allowedOrigin(request, rule);
        if (origin == null) {
            return false;
        }
        var headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.set(EXPOSE_HEADERS_NAME, EXPOSE_HEADERS_VALUE);
        return true;
    }

    private static @Nullable CharSequence allowedOrigin(HttpServerRequest request, OriginRule rule) {
        var origin = rule.dependsOnOrigin() ? request.getHeader(ORIGIN_HEADER) : null;
        return origin != null && rule.exact().contains(origin) ? origin : null;
    }

    private OriginRule ruleOf(String path) {
        for (var start : CATALOG_PATHS) {
            if (path.startsWith(start)) {
                int end = path.indexOf('/', start.length());
                var catalog = path.substring(start.length(), end < 0 ? path.length() : end);
                return catalogRules().getOrDefault(catalog, OriginRule.NONE);
            }
        }
        return serviceRule;
    }

    private Map<String, OriginRule> catalogRules() {
        var snapshot = accessRegistry.snapshot();
        var current = catalogRules;
        if (current.snapshot() != snapshot) {
            var byCatalog = new HashMap<String, OriginRule>();
            snapshot.publicByCatalog().forEach((catalog, publiclyReadable) -> {
                var own = snapshot.corsOrigins().get(catalog);
                var rule = own == null ? new OriginRule(publiclyReadable, Set.of()) : new OriginRule(own.allowAny(), own.exact());
                byCatalog.put(catalog.value(), rule.limitedBy(serviceRule));
            });
            current = new CatalogRules(snapshot, Map.copyOf(byCatalog));
            catalogRules = current;
        }
        return current.byCatalog();
    }

    private static void addVary(RoutingContext context) {
        var headers = context.response().headers();
        var others = headers.getAll(HttpHeaders.VARY).stream().flatMap(it -> Stream.of(it.split(", *")))
                .filter(it -> !it.equals(ORIGIN_HEADER));
        // One line, because some caches read the first one only.
        headers.set(HttpHeaders.VARY, Stream.concat(others, Stream.of(ORIGIN_HEADER)).collect(Collectors.joining(", ")));
    }

    private static boolean isRead(String method, String path) {
        return method.equals("GET") || method.equals("HEAD")
                || method.equals("POST") && ANONYMOUS_POSTS.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
