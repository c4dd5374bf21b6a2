package dev.parlance.rest.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * The CORS policy (Fetch standard): any origin may read, without cookies.
 *
 * <p>Pages of other origins read public content, and other content with a key of their own. Reads are GET, HEAD and the POSTs that
 * only need a body. All other responses carry no CORS headers, so browsers block them.
 */
final class CorsPolicy {
    /** The response headers that pages may read in addition to the safelisted ones. */
    static final String EXPOSED_HEADERS = "ETag, Link, " + CacheHeaders.RELEASE_HEADER + ", " + CacheHeaders.LOSSY_HEADER + ", "
            + CacheHeaders.STALE_HEADER;

    private static final CharSequence EXPOSE_HEADERS_NAME = HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence EXPOSE_HEADERS_VALUE = HttpHeaders.createOptimized(EXPOSED_HEADERS);
    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized("*");

    private static final Set<String> READ_ONLY_POSTS = Set.of("render", "preview");
    private static final String REQUEST_METHOD_HEADER = "Access-Control-Request-Method";
    private static final int NO_CONTENT = 204;

    private CorsPolicy() {
    }

    /** Sets the CORS headers. Returns true if the request was a preflight, which is then answered. */
    static boolean handle(RoutingContext context) {
        var request = context.request();
        var requestedMethod = request.getHeader(REQUEST_METHOD_HEADER);
        boolean preflight = request.method() == HttpMethod.OPTIONS && requestedMethod != null && request.headers().contains("Origin");
        if (!isRead(preflight ? requestedMethod : request.method().name(), request.path())) {
            return false;
        }
        var headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY_ORIGIN);
        if (!preflight) {
            headers.set(EXPOSE_HEADERS_NAME, EXPOSE_HEADERS_VALUE);
            return false;
        }
        headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST");
        headers.set("Access-Control-Allow-Headers", "Accept, Accept-Language, Authorization, Content-Type, If-None-Match");
        headers.set("Access-Control-Max-Age", "86400");
        context.response().setStatusCode(NO_CONTENT).end();
        return true;
    }

    private static boolean isRead(String method, String path) {
        return method.equals("GET") || method.equals("HEAD")
                || method.equals("POST") && READ_ONLY_POSTS.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
