package dev.parlance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parlance.cli.server.FileArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that returns prepared responses. The last response for a target is repeated. */
final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    /** @param headers alternating names and values */
    record Answer(int status, String body, List<String> headers) {
    }

    /** @param target path and query, as sent */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Map<String, byte[]> files() {
            try {
                return FileArchive.unpack(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    FakeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param target a method and a path without query, such as {@code GET /v1/catalogs} */
    FakeServer on(String target, int status, String body, String... headers) {
        answers.computeIfAbsent(target, it -> new ArrayDeque<>()).add(new Answer(status, body, List.of(headers)));
        return this;
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    Request only(String method) {
        var found = requests().stream().filter(it -> it.method().equals(method)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " requests with " + method + ": " + found);
        }
        return found.get(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
                exchange.getRequestBody().readAllBytes()));
        var prepared = answers.get(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        var answer = prepared == null ? new Answer(404, "{\"title\":\"Unknown\",\"code\":\"unknown-resource\"}", List.of())
                : prepared.size() > 1 ? prepared.remove() : prepared.element();
        for (int i = 0; i < answer.headers().size(); i += 2) {
            exchange.getResponseHeaders().set(answer.headers().get(i), answer.headers().get(i + 1));
        }
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
