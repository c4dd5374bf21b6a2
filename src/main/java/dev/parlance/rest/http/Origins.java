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
public final class Origins {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Origins() {
    }

    public static boolean changes(ContainerRequestContext request) {
        return !READING.contains(request.getMethod());
    }

    /** Of what came with a cookie. */
    public static void refuseForeign(ContainerRequestContext request) {
        if (!own(request)) {
            throw ProblemType.CROSS_SITE.with();
        }
    }

    /** Of what needs no cookie yet: programs say nothing of where they come from. */
    public static void refuseForeignPages(HttpHeaders headers) {
        var site = headers.getHeaderString("Sec-Fetch-Site");
        var origin = headers.getHeaderString("Origin");
        boolean foreign = site != null ? !site.equals("same-origin")
                : origin != null && !sameHost(origin, headers.getHeaderString(HttpHeaders.HOST));
        if (foreign) {
            throw ProblemType.CROSS_SITE.with();
        }
    }

    private static boolean own(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
        return site != null ? site.equals("same-origin")
                : origin != null && sameHost(origin, request.getHeaderString(HttpHeaders.HOST));
    }

    /** The scheme is not compared: behind a proxy that ends TLS we see another one than the browser. */
    private static boolean sameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
