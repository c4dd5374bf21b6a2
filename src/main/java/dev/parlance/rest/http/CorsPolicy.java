package dev.parlance.rest.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The CORS policy (Fetch standard): pages of the configured origins may read, without cookies. By default, all origins are allowed.
 *
 * <p>Pages of other origins read public content, and other content with a key of their own. Reads are GET, HEAD and the POSTs that
 * only need a body. All other responses carry no CORS headers, so browsers block them.
 */
@Singleton
class CorsPolicy {
    /** The response headers that pages may read in addition to the safelisted ones. */
    static final String EXPOSED_HEADERS = "Content-Location, ETag, Link, Retry-After, " + CacheHeaders.RELEASE_HEADER + ", "
            + CacheHeaders.LOSSY_HEADER + ", " + CacheHeaders.MISSING_HEADER + ", " + CacheHeaders.STALE_HEADER + ", "
            + CacheHeaders.LOCALIZED_HEADER;

    private static final CharSequence EXPOSE_HEADERS_NAME = HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence EXPOSE_HEADERS_VALUE = HttpHeaders.createOptimized(EXPOSED_HEADERS);
    private static final String ANY = "*";
    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized(ANY);

    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#\\s,]+");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final Set<String> READ_ONLY_POSTS = Set.of("render", "preview", "resolve", "localize");
    private static final String REQUEST_METHOD_HEADER = "Access-Control-Request-Method";
    private static final String ORIGIN_HEADER = "Origin";
    private static final int NO_CONTENT = 204;

    private final Set<String> origins;
    private final boolean allowsAnyOrigin;
    private final String allowedHeaders;

    /**
     * Creates the policy from its configuration.
     *
     * @param origins        origins as browsers send them, or {@code *}; empty allows none
     * @param allowedHeaders the request headers that pages may set
     * @throws IllegalArgumentException if an origin could never match, or a header name is invalid
     */
    CorsPolicy(@ConfigProperty(name = "parlance.cors.origins") Optional<List<String>> origins,
            @ConfigProperty(name = "parlance.cors.headers") Optional<List<String>> allowedHeaders) {
        this.origins = Set.copyOf(origins.orElse(List.of()));
        this.allowsAnyOrigin = this.origins.contains(ANY);
        this.allowedHeaders = String.join(", ", allowedHeaders.orElse(List.of()));
        this.origins.stream().filter(it -> !it.equals(ANY) && !ORIGIN.matcher(it).matches()).findFirst().ifPresent(it -> {
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
        var origin = allowedOrigin(context.request());
        if (!allowsAnyOrigin && !origins.isEmpty()) {
            // Responses to different origins differ. Jakarta REST replaces the header, so it is completed just before it is sent.
            context.addHeadersEndHandler(it -> addVary(context));
        }
        if (origin == null) {
            return false;
        }
        var headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.set(EXPOSE_HEADERS_NAME, EXPOSE_HEADERS_VALUE);
        return true;
    }

    private @Nullable CharSequence allowedOrigin(HttpServerRequest request) {
        if (allowsAnyOrigin) {
            return ANY_ORIGIN;
        }
        var origin = request.getHeader(ORIGIN_HEADER);
        return origin != null && origins.contains(origin) ? origin : null;
    }

    private static void addVary(RoutingContext context) {
        var headers = context.response().headers();
        if (!headers.getAll(HttpHeaders.VARY).contains(ORIGIN_HEADER)) {
            headers.add(HttpHeaders.VARY, ORIGIN_HEADER);
        }
    }

    private static boolean isRead(String method, String path) {
        return method.equals("GET") || method.equals("HEAD")
                || method.equals("POST") && READ_ONLY_POSTS.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
