package dev.parlance.rest.http;

import dev.parlance.problems.ProblemType;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;

/**
 * Protection against cross-site request forgery.
 *
 * <p>Browsers send cookies with requests from pages of any site. A request with a cookie and an unsafe method must therefore prove
 * that it is same-origin: by {@code Sec-Fetch-Site}, which pages cannot forge, or by {@code Origin} in browsers before 2023.
 */
public final class CsrfProtection {
    private static final Set<String> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private CsrfProtection() {
    }

    /** Returns whether the method may change state (RFC 9110, 9.2.1). */
    public static boolean isUnsafe(ContainerRequestContext request) {
        return !SAFE_METHODS.contains(request.getMethod());
    }

    /**
     * Rejects a request with a cookie unless its headers prove that it is same-origin.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#CROSS_SITE}
     */
    public static void rejectCrossSite(ContainerRequestContext request) {
        if (!isSameOrigin(request)) {
            throw ProblemType.CROSS_SITE.with();
        }
    }

    /**
     * Rejects a request from a page of another site. Requests without these headers pass, because programs do not send them.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#CROSS_SITE}
     */
    public static void rejectCrossSitePages(HttpHeaders headers) {
        var site = headers.getHeaderString("Sec-Fetch-Site");
        var origin = headers.getHeaderString("Origin");
        boolean crossSite = site != null ? !site.equals("same-origin")
                : origin != null && !isSameHost(origin, headers.getHeaderString(HttpHeaders.HOST));
        if (crossSite) {
            throw ProblemType.CROSS_SITE.with();
        }
    }

    private static boolean isSameOrigin(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
        return site != null ? site.equals("same-origin")
                : origin != null && isSameHost(origin, request.getHeaderString(HttpHeaders.HOST));
    }

    /** Ignores the scheme, which differs from that of the browser behind a proxy that terminates TLS. */
    private static boolean isSameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
