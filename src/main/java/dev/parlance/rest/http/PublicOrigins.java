package dev.parlance.rest.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Any page of any origin may read what is public (the Fetch standard's CORS protocol), without cookies; what is not, with a key
 * that the page itself has. Reading is GET and HEAD, and the calls that have to be POST because of their bodies; everything else
 * says nothing, so browsers refuse it.
 */
final class PublicOrigins {
    /** The headers a page may look at, beyond those it always may. */
    static final String EXPOSED = "ETag, Link, " + Caching.RELEASE + ", " + Caching.LOSSY + ", " + Caching.STALE;

    private static final CharSequence EXPOSE = HttpHeaders.createOptimized("Access-Control-Expose-Headers");
    private static final CharSequence ALL_EXPOSED = HttpHeaders.createOptimized(EXPOSED);
    private static final CharSequence ANYBODY = HttpHeaders.createOptimized("*");

    private static final Set<String> BODIES = Set.of("render", "preview");
    private static final String PREFLIGHT = "Access-Control-Request-Method";
    private static final int NO_CONTENT = 204;

    private PublicOrigins() {
    }

    /** @return whether the request was a preflight, and is answered */
    static boolean answer(RoutingContext context) {
        var request = context.request();
        var asked = request.getHeader(PREFLIGHT);
        boolean preflight = request.method() == HttpMethod.OPTIONS && asked != null && request.headers().contains("Origin");
        if (!reading(preflight ? HttpMethod.valueOf(asked) : request.method(), request.path())) {
            return false;
        }
        var headers = context.response().headers();
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANYBODY);
        if (!preflight) {
            headers.set(EXPOSE, ALL_EXPOSED);
            return false;
        }
        headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST");
        headers.set("Access-Control-Allow-Headers", "Accept, Accept-Language, Authorization, Content-Type, If-None-Match");
        headers.set("Access-Control-Max-Age", "86400");
        context.response().setStatusCode(NO_CONTENT).end();
        return true;
    }

    private static boolean reading(HttpMethod method, String path) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD
                || method == HttpMethod.POST && BODIES.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}
