package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomingBodyTest {
    private final Vertx vertx = Vertx.vertx();
    private final ResourceUsage usage = new ResourceUsage();
    private final WaitingBodies waitingBodies = new WaitingBodies(usage);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** The routes of extensions have such a handler. It would wait for the end of the request, which is past. */
    @Test
    void providesItsContentToBodyHandlers() throws Exception {
        var router = Router.router(vertx);
        router.route().handler(it -> new IncomingBody(it, ResourceLimit.SMALL_BODY, usage, waitingBodies, (context, problem) ->
                context.fail(problem)).receive());
        router.route().handler(BodyHandler.create(false)).handler(it -> it.end(it.body().asString()));
        var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort())).timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString("content")).build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("content");
    }
}
