package dev.parlance.formats;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A server with the four endpoints that {@code check.mjs} calls, for one catalog with arbitrary texts.
 *
 * <p>Its texts may contain patterns that no shipped catalog contains.
 */
final class StubService implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private final HttpServer server;
    private final Map<String, BundleContent> bundles = new TreeMap<>();
    private final BiFunction<LocaleTag, String, List<Map<String, Object>>> samples;

    /**
     * Starts the service on a free port.
     *
     * @param samples arguments by locale and key; empty if the client should generate them
     */
    StubService(Iterable<BundleContent> contents, BiFunction<LocaleTag, String, List<Map<String, Object>>> samples) throws IOException {
        contents.forEach(it -> bundles.put(it.locale().value(), it));
        this.samples = samples;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/catalogs/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/");
            if (path.length == 4) {
                send(exchange, Map.of("locales", bundles.keySet().stream().map(it -> Map.of("locale", it)).toList()));
            } else if (path[4].equals("messages")) {
                send(exchange, Map.of("messages", messages(bundles.get(parameter(exchange)))));
            } else if (path[4].equals("render")) {
                send(exchange, Map.of("messages", rendered(JSON.readTree(exchange.getRequestBody()))));
            } else if (exchange.getRequestURI().getQuery() == null) {
                send(exchange, Map.of("messages", patterns(bundles.get(path[5]))));
            } else {
                send(exchange, bundles.get(path[5]), parameter(exchange));
            }
        }
    }

    private static String parameter(HttpExchange exchange) {
        return exchange.getRequestURI().getQuery().split("[=&]")[1];
    }

    private List<Map<String, Object>> messages(BundleContent content) {
        var messages = new ArrayList<Map<String, Object>>();
        for (var entry : content.entries()) {
            var message = new LinkedHashMap<String, Object>();
            message.put("key", entry.key());
            message.put("arguments", entry.contract().arguments().stream()
                    .map(it -> Map.of("name", it.name(), "type", it.type().label(), "example", it.example())).toList());
            var given = samples.apply(content.locale(), entry.key());
            if (!given.isEmpty()) {
                message.put("samples", given);
            }
            messages.add(message);
        }
        return messages;
    }

    private static Map<String, String> patterns(BundleContent content) {
        var patterns = new LinkedHashMap<String, String>();
        content.entries().forEach(it -> patterns.put(it.key(), it.pattern()));
        return patterns;
    }

    private List<Map<String, String>> rendered(JsonNode request) {
        var entries = new LinkedHashMap<String, BundleContent.Entry>();
        bundles.get(request.get("locale").asText()).entries().forEach(it -> entries.put(it.key(), it));
        var rendered = new ArrayList<Map<String, String>>();
        request.get("messages").forEach(it -> {
            var arguments = new LinkedHashMap<String, Object>();
            it.get("args").properties().forEach(arg -> arguments.put(arg.getKey(),
                    arg.getValue().isNumber() ? arg.getValue().numberValue() : arg.getValue().asText()));
            rendered.add(Map.of("text", TestBundles.rendered(entries.get(it.get("key").asText()), arguments)));
        });
        return rendered;
    }

    private static void send(HttpExchange exchange, Object body) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(JSON.writeValueAsBytes(body));
    }

    private static void send(HttpExchange exchange, BundleContent content, String name) throws IOException {
        var written = TestBundles.FORMATS.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow().write(content);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders()
                .add("Parlance-Lossy", written.lossyKeys().stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", ")));
        exchange.sendResponseHeaders(200, written.bytes().length);
        exchange.getResponseBody().write(written.bytes());
    }
}
