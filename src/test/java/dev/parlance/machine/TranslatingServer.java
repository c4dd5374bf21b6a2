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

/** A service with the API of LibreTranslate: wants a key, and says in every language what it was told, as it is told to say it. */
public final class TranslatingServer implements AutoCloseable {
    public static final String KEY = "the-key";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> languages = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    /** How it answers. */
    public interface Manner {
        void answer(HttpExchange exchange, JsonNode asked) throws IOException;
    }

    public TranslatingServer(Manner manner) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/translate", exchange -> {
            try (exchange) {
                var asked = JSON.readTree(exchange.getRequestBody());
                told.addAll(sentences(asked.path("q")));
                languages.add(asked.path("source").asText() + ">" + asked.path("target").asText());
                manner.answer(exchange, asked);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** The manner of the real one. */
    public static Manner properly(UnaryOperator<String> translation) {
        return (exchange, asked) -> {
            if (!exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 405, Map.of("error", "Method not allowed"));
            } else if (!asked.path("api_key").asText().equals(KEY)) {
                answer(exchange, 403, Map.of("error", "Invalid API key"));
            } else if (!asked.path("format").asText().equals("text") || !asked.hasNonNull("source") || !asked.hasNonNull("target")) {
                answer(exchange, 400, Map.of("error", "Invalid request"));
            } else {
                var translated = sentences(asked.path("q")).stream().map(translation).toList();
                answer(exchange, 200, Map.of("translatedText", asked.path("q").isArray() ? translated : translated.get(0)));
            }
        };
    }

    public static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Which it was asked for: {@code en>de}. */
    public List<String> languages() {
        return languages;
    }

    /** All sentences that it ever was told. */
    public List<String> told() {
        return told;
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
