package dev.parlance.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A stub service with the API of LibreTranslate, which requires an API key. */
public final class StubTranslationServer implements AutoCloseable {
    public static final String KEY = "the-key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> languages = new CopyOnWriteArrayList<>();
    private final List<String> receivedSentences = new CopyOnWriteArrayList<>();

    /** Responds to a request. */
    public interface ServerBehavior {
        void respond(HttpExchange exchange, JsonNode request) throws IOException;
    }

    public StubTranslationServer(ServerBehavior behavior) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/translate", exchange -> {
            try (exchange) {
                var request = JSON.readTree(exchange.getRequestBody());
                receivedSentences.addAll(sentences(request.path("q")));
                languages.add(request.path("source").asText() + ">" + request.path("target").asText());
                behavior.respond(exchange, request);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Behaves like the real service. */
    public static ServerBehavior translating(UnaryOperator<String> translation) {
        return (exchange, request) -> {
            if (!exchange.getRequestMethod().equals("POST")) {
                respond(exchange, 405, Map.of("error", "Method not allowed"));
            } else if (!request.path("api_key").asText().equals(KEY)) {
                respond(exchange, 403, Map.of("error", "Invalid API key"));
            } else if (!request.path("format").asText().equals("text") || !request.hasNonNull("source") || !request.hasNonNull("target")) {
                respond(exchange, 400, Map.of("error", "Invalid request"));
            } else {
                var translated = sentences(request.path("q")).stream().map(translation).toList();
                respond(exchange, 200, Map.of("translatedText", request.path("q").isArray() ? translated : translated.get(0)));
            }
        };
    }

    public static void respond(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the requested language pairs, such as {@code en>de}. */
    public List<String> languages() {
        return languages;
    }

    /** Returns all sentences received so far. */
    public List<String> receivedSentences() {
        return receivedSentences;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static List<String> sentences(JsonNode q) {
        var sentences = new ArrayList<String>();
        if (q.isArray()) {
            q.forEach(it -> sentences.add(it.asText()));
        } else {
            sentences.add(q.asText());
        }
        return sentences;
    }
}
