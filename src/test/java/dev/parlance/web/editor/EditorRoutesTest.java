package dev.parlance.web.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.rest.http.RequestValidation;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditorRoutesTest {
    /** The status that stands for the request validation. */
    private static final int VALIDATED = 299;

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        var router = Router.router(vertx);
        new EditorRoutes(new EditorFiles(name -> new ByteArrayInputStream("<html>".getBytes()))).registerRoutes(router);
        router.route().order(RequestValidation.ROUTE_ORDER).handler(it -> it.response().setStatusCode(VALIDATED).end());
        server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void redirectsFromAddressWithSlash() throws Exception {
        var response = get("/app/");
        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.getHeader("Location")).isEqualTo("/app");
    }

    /** The router of Vert.x fails on such a path as soon as it compares it with the path of a route. */
    @Test
    void leavesInvalidEscapesToRequestValidation() throws Exception {
        assertThat(get("/v1/catalogs/%zz").statusCode()).isEqualTo(VALIDATED);
        assertThat(get("/app/%zz").statusCode()).isEqualTo(VALIDATED);
    }

    private HttpClientResponse get(String path) throws Exception {
        return vertx.createHttpClient().request(HttpMethod.GET, server.actualPort(), "127.0.0.1", path)
                .compose(it -> it.send()).toCompletionStage().toCompletableFuture().get();
    }
}
