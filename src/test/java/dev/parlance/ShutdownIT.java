package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how the service stops on SIGTERM, and whether it recognizes TLS at a trusted proxy. */
class ShutdownIT {
    private static final String MESSAGE_PATH = "/v1/catalogs/exchange/messages/-1015?locale=ja&arg=5&arg=10s";
    private static final String EVENTS_PATH = "/v1/catalogs/exchange/events";
    private static final Duration MAX_EXIT_TIME = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void servesUntilItExits() throws Exception {
        try (var service = ServiceProcess.start(folder, Map.of("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true")).awaitReady()) {
            service.awaitLog("Catalog exchange: 164 messages and 2132 texts imported, first release cut");
            assertRecognizesTls(service);
            var stream = openStream(service);

            service.terminate();
            long stopNanos = System.nanoTime();
            ServiceProcess.await("readiness to go down", MAX_EXIT_TIME, () -> service.managementStatus("/q/health/ready").equals("503"));
            ServiceProcess.await("connections to close", MAX_EXIT_TIME, () -> {
                var response = service.get(MESSAGE_PATH);
                assertThat(response.statusCode()).isEqualTo(200);
                return response.headers().allValues("Connection").contains("close");
            });
            assertThat(service.get("/v1/catalogs/exchange").statusCode()).isEqualTo(200);

            assertThat(stream.get(3, TimeUnit.SECONDS)).as("events, then the time to reconnect").contains("event:channel")
                    .containsPattern("(?s):The service is stopping\\s+retry:[1-5]\\d{3}\\s*$");
            service.awaitExit();
            assertThat(Duration.ofNanos(System.nanoTime() - stopNanos)).isLessThan(MAX_EXIT_TIME);
            assertThat(service.log()).doesNotContain("Timed out waiting for graceful shutdown");
            assertThat(folder.resolve(".parlance/data/postmaster.pid")).doesNotExist();
        }
    }

    private static void assertRecognizesTls(ServiceProcess service) {
        assertThat(service.get(MESSAGE_PATH).headers().firstValue("Strict-Transport-Security")).isEmpty();
        for (var path : new String[] {MESSAGE_PATH, "/v1/catalogs", "/nowhere"}) {
            assertThat(service.get(path, "X-Forwarded-Proto", "https").headers().firstValue("Strict-Transport-Security"))
                    .as(path).contains("max-age=31536000");
        }
    }

    /** Returns the content of the stream, once it has ended. */
    private CompletableFuture<String> openStream(ServiceProcess service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + EVENTS_PATH)).build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return CompletableFuture.supplyAsync(() -> {
            try (var in = response.body()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }
}
