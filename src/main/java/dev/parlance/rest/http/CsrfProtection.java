package dev.parlance.rest.http;

import dev.parlance.problems.ProblemType;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;

/**
 * Whether a page of our own asks. A browser sends its cookies along whoever wrote the page, so what comes with a cookie and
 * changes something has to say where it comes from: by {@code Sec-Fetch-Site}, which no page can forge, or, from browsers before
 * 2023, by {@code DocumentDigests}.
 */
public final class CsrfProtection {
    private static final Set<String> SAFE_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private CsrfProtection() {
    }

    public static boolean isUnsafe(ContainerRequestContext request) {
        return !SAFE_METHODS.contains(request.getMethod());
    }

    /** Of what came with a cookie. */
    public static void rejectCrossSite(ContainerRequestContext request) {
        if (!isSameOrigin(request)) {
            throw ProblemType.CROSS_SITE.with();
        }
    }

    /** Of what needs no cookie yet: programs say nothing of where they come from. */
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

    /** The scheme is not compared: behind a proxy that ends TLS we see another one than the browser. */
    private static boolean isSameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
