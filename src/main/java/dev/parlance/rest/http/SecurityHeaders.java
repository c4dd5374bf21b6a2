package dev.parlance.rest.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds security headers to every response. Runs before all other handlers. */
@ApplicationScoped
public class SecurityHeaders {
    /** Prevents browsers that display a response from loading content, running scripts and embedding it. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";
    /** The policy of HTML pages, which replaces the one above: style sheets, images and forms of this service, and no inline code. */
    public static final String PAGE_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            + "object-src 'none'";
    public static final String POLICY_HEADER = "Content-Security-Policy";
    private static final String ONE_YEAR = "max-age=31536000";

    private static final List<ResponseHeader> HEADERS = List.of(
            ResponseHeader.of("X-Content-Type-Options", "nosniff"),
            ResponseHeader.of(POLICY_HEADER, CONTENT_SECURITY_POLICY));
    private static final List<ResponseHeader> HEADERS_OVER_TLS = List.of(HEADERS.get(0), HEADERS.get(1),
            ResponseHeader.of("Strict-Transport-Security", ONE_YEAR));

    void registerRoutes(@Observes Router router) {
        router.route().order(RequestValidation.ROUTE_ORDER - 3).handler(this::addHeaders);
    }

    private void addHeaders(RoutingContext context) {
        ResponseHeader.writeAll(select(context.request()), context.response().headers());
        context.next();
    }

    /** Removes the general policy from a page with a policy of its own. Jakarta REST adds headers to those that are already set. */
    @ServerResponseFilter
    void replacePolicy(ContainerResponseContext response, RoutingContext context) {
        if (response.getHeaders().containsKey(POLICY_HEADER)) {
            context.response().headers().remove(POLICY_HEADER);
        }
    }

    /** Returns the headers for a response that is sent without a request. */
    public static List<ResponseHeader> withoutTls() {
        return HEADERS;
    }

    /**
     * Returns the headers for a request.
     *
     * <p>Browsers ignore {@code Strict-Transport-Security} over plain HTTP (RFC 6797, section 8.1). Behind a proxy that terminates TLS,
     * the request counts as secure only if forwarding is configured and the proxy is trusted.
     */
    public static List<ResponseHeader> select(HttpServerRequest request) {
        return request.isSSL() ? HEADERS_OVER_TLS : HEADERS;
    }
}
