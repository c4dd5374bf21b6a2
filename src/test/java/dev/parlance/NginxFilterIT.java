package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the filter in front of an API that the documentation shows.
 *
 * <p>Needs {@code mvn -Pnginx verify}, and Debian's nginx-light and libnginx-mod-http-js.
 */
@Tag("nginx")
class NginxFilterIT {
    private static final Path PAGE = Path.of("src/docs/recognition.md");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ORIGINAL = "{ \"code\": \"0001\", \"msg\": \"Incorrect signature\", \"n\": 1.10 }";

    @TempDir
    static Path folder;

    private static final List<HttpExchange> EXCHANGES = Collections.synchronizedList(new ArrayList<>());
    private static final List<String> BODIES = Collections.synchronizedList(new ArrayList<>());

    private static ServiceProcess service;
    private static HttpServer api;
    private static NginxProcess nginx;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceProcess.start(Files.createDirectory(folder.resolve("service")), Map.of());
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", NginxFilterIT::answer);
        api.start();
        service.awaitReady();
        nginx = startNginx(Files.createDirectory(folder.resolve("nginx")), service.port());
    }

    @AfterAll
    static void stop() throws Exception {
        nginx.close();
        api.stop(0);
        service.close();
    }

    private static NginxProcess startNginx(Path prefix, int servicePort) throws IOException {
        int port = ServiceProcess.freePort();
        Files.writeString(prefix.resolve("localize.js"), example("js"));
        return NginxProcess.start(prefix, port, example("nginx").replace("listen 80;", "listen 127.0.0.1:" + port + ";")
                .replace("api.internal:9000", "127.0.0.1:" + api.getAddress().getPort())
                .replace("parlance.internal:8080", "127.0.0.1:" + servicePort), "ngx_http_js_module.so");
    }

    /** Returns the only example of the page in a language. */
    private static String example(String language) throws IOException {
        var examples = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(PAGE)).results().toList();
        assertThat(examples).as(language).hasSize(1);
        return examples.get(0).group(1);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        BODIES.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        EXCHANGES.add(exchange);
        var path = exchange.getRequestURI().getPath();
        var body = path.equals("/file") ? new byte[] {0, -1, -2, -128, 1} : ORIGINAL.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", path.equals("/file") ? "application/octet-stream"
                : path.equals("/text") ? "text/plain" : "application/json");
        exchange.getResponseHeaders().set("X-Request-Id", "7");
        exchange.sendResponseHeaders(path.equals("/error") || path.equals("/text") ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void localizesErrors() throws Exception {
        var response = send(nginx, "/error?x=a%2Fb");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(text(response)).isEqualTo("{ \"code\": \"0001\", \"msg\": \"Falsche Signatur\", \"n\": 1.10 }");
        assertThat(response.headers().map()).containsEntry("X-Request-Id", List.of("7")).containsEntry("Content-Language", List.of("de"))
                .containsEntry("Vary", List.of("Accept-Language")).containsEntry("Content-Type", List.of("application/json"));
        var request = EXCHANGES.get(EXCHANGES.size() - 1);
        assertThat(request.getRequestMethod()).isEqualTo("POST");
        assertThat(request.getRequestURI()).hasToString("/error?x=a%2Fb");
        assertThat(request.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer secret");
        assertThat(BODIES.get(BODIES.size() - 1)).isEqualTo("{\"order\":1}");
    }

    @Test
    void leavesOtherResponsesAsTheyAre() throws Exception {
        assertThat(text(send(nginx, "/order"))).isEqualTo(ORIGINAL);
        assertThat(text(send(nginx, "/text"))).isEqualTo(ORIGINAL);
        assertThat(send(nginx, "/file").body()).isEqualTo(new byte[] {0, -1, -2, -128, 1});
    }

    @Test
    void passesErrorsOnWhileTheServiceIsDown() throws Exception {
        try (var alone = startNginx(Files.createDirectory(folder.resolve("alone")), ServiceProcess.freePort())) {
            var response = send(alone, "/error");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(text(response)).isEqualTo(ORIGINAL);
        }
    }

    private static HttpResponse<byte[]> send(NginxProcess server, String target) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .header("Accept-Language", "de-AT, en;q=0.5").header("Authorization", "Bearer secret")
                .POST(BodyPublishers.ofString("{\"order\":1}")).build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
