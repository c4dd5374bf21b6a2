package dev.parlance.web.editor;

import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.rest.http.AcceptEncoding;
import dev.parlance.rest.http.RequestValidation;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Base64;

/** The routes of the editor: a single page for all its addresses, and the files of that page. */
@ApplicationScoped
public class EditorRoutes {
    private static final String ROOT = "/app";
    private static final String ASSETS = ROOT + "/assets/";
    private static final String NONCE = "{nonce}";
    private static final int NONCE_BYTES = 16;
    private static final int PERMANENT_REDIRECT = 308;

    /** Runs before the handler of Quinoa, and after the request validation. */
    private static final int ROUTE_ORDER = RequestValidation.ROUTE_ORDER + 3;

    private final EditorFiles files;
    private final SecureRandom random = new SecureRandom();

    EditorRoutes(EditorFiles files) {
        this.files = files;
    }

    void registerRoutes(@Observes Router router) {
        files.readPage().ifPresent(page -> {
            // Users may type the slash, which the request validation would reject. The router cannot match a path before that validation,
            // because it fails on paths with invalid escapes.
            allowReading(router.route()).order(RequestValidation.ROUTE_ORDER - 1).handler(EditorRoutes::redirectToRoot);
            allowReading(router.route(ASSETS + "*")).order(ROUTE_ORDER).handler(this::sendAsset);
            allowReading(router.route(ROOT)).order(ROUTE_ORDER).handler(context -> sendPage(context, page));
            allowReading(router.route(ROOT + "/*")).order(ROUTE_ORDER + 1).handler(context -> sendPage(context, page));
        });
    }

    private static Route allowReading(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private static void redirectToRoot(RoutingContext context) {
        if (!context.request().path().equals(ROOT + "/")) {
            context.next();
            return;
        }
        context.response().setStatusCode(PERMANENT_REDIRECT).putHeader(HttpHeaders.LOCATION, ROOT).end();
    }

    private void sendPage(RoutingContext context, String page) {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        context.response().putHeader("Content-Security-Policy", contentSecurityPolicy(nonce))
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        end(context, Buffer.buffer(page.replace(NONCE, nonce)));
    }

    /** Allows the editor's own scripts and styles, and requests to this service, but no other origins. */
    static String contentSecurityPolicy(String nonce) {
        return "default-src 'self'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private void sendAsset(RoutingContext context) {
        var name = context.request().path().substring(ASSETS.length());
        var encoding = AcceptEncoding.select(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING), ContentEncoding.availableEncodings());
        // The first request for a file reads and compresses it, which would block the event loop.
        context.vertx().executeBlocking(() -> files.findAsset(name, encoding), false)
                .onSuccess(asset -> asset.ifPresentOrElse(it -> sendAsset(context, it),
                        () -> context.fail(ProblemType.NOT_FOUND.with(context.request().path()))))
                .onFailure(context::fail);
    }

    /** Sends a file as immutable, because its name contains a hash of its content. */
    private static void sendAsset(RoutingContext context, EditorFiles.Asset asset) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        asset.encoding().ifPresent(it -> context.response().putHeader(HttpHeaders.CONTENT_ENCODING, it.token()));
        end(context, Buffer.buffer(asset.bytes()));
    }

    private static void end(RoutingContext context, Buffer body) {
        if (context.request().method() == HttpMethod.HEAD) {
            context.response().putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length())).end();
        } else {
            context.response().end(body);
        }
    }
}
