package dev.parlance.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Delivers one catalog as the service does, or with a fault that a test selects. */
final class FakeService implements AutoCloseable {
    static final String CATALOG = "shop";

    /** A fault of the bundles that are sent. */
    enum Fault {
        NONE, STATUS_500, NO_RESPONSE, SLOW_BODY, CORRUPTED, TRUNCATED, NOT_JSON, OTHER_CATALOG
    }

    private final HttpServer server;
    private final Map<Integer, Map<String, String>> bundles = new ConcurrentHashMap<>();
    private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile Fault fault = Fault.NONE;
    volatile boolean eventsOffered = true;
    private volatile int head;

    FakeService() throws IOException {
        this(0);
    }

    FakeService(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/v1/catalogs/" + CATALOG + "/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Adds a release without moving the channel. */
    FakeService release(int number, Map<String, Map<String, String>> texts) {
        var contents = new TreeMap<String, String>();
        texts.forEach((locale, messages) -> {
            int createdIn = number;
            for (int earlier = 1; earlier < number; earlier++) {
                var before = bundles.getOrDefault(earlier, Map.of()).get(locale);
                createdIn = content(earlier, locale, messages).equals(before) ? earlier : createdIn;
            }
            contents.put(locale, content(createdIn, locale, messages));
        });
        bundles.put(number, contents);
        return this;
    }

    static String content(int release, String locale, Map<String, String> messages) {
        var document = new LinkedHashMap<String, Object>();
        document.put("catalog", CATALOG);
        document.put("release", release);
        document.put("locale", locale);
        document.put("messages", new TreeMap<>(messages));
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    static byte[] seed(int release, Map<String, Map<String, String>> texts) {
        var items = new ArrayList<Map<String, Object>>();
        new TreeMap<>(texts).forEach((locale, messages) -> {
            var content = content(release, locale, messages);
            items.add(new TreeMap<>(Map.of("locale", locale, "content", content, "digest", "sha256:" + sha(content))));
        });
        return Json.write(new TreeMap<>(Map.of("catalog", CATALOG, "release", release, "sourceLocale", "en", "bundles", items)));
    }

    static String sha(String content) {
        return Digests.sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Points the channel to a release and sends an event. */
    FakeService move(int release) {
        head = release;
        streams.forEach(it -> sendEvent(it, release));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(("/v1/catalogs/" + CATALOG + "/").length());
        var query = exchange.getRequestURI().getQuery();
        requests.add(path + (query == null ? "" : "?" + query) + (exchange.getRequestHeaders().containsKey("If-None-Match") ? " if" : ""));
        try {
            if (path.equals("events")) {
                stream(exchange);
            } else if (fault == Fault.STATUS_500) {
                respond(exchange, 500, "{}", Map.of());
            } else if (fault == Fault.NO_RESPONSE) {
                closed.await(1, TimeUnit.MINUTES);
            } else if (path.startsWith("releases/")) {
                pinned(exchange, path.split("/"));
            } else {
                bundle(exchange, path.substring("bundles/".length()), query);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (!eventsOffered) {
            respond(exchange, 503, "{}", Map.of());
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        // As in the service, a stream is subscribed before it gets the current state, so that no event is lost in between.
        streams.add(exchange);
        sendEvent(exchange, head);
    }

    private synchronized void sendEvent(HttpExchange exchange, int release) {
        try {
            exchange.getResponseBody().write(("id:" + release + "\nevent:channel\ndata:{\"catalog\":\"" + CATALOG
                    + "\",\"channel\":\"production\",\"release\":" + release + "}\n\n").getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        } catch (IOException e) { // the client has closed the stream
            streams.remove(exchange);
        }
    }

    private void pinned(HttpExchange exchange, String[] path) throws IOException {
        int number = Integer.parseInt(path[1]);
        if (path.length > 2) {
            send(exchange, bundles.get(number).get(path[3]), number);
            return;
        }
        var items = new ArrayList<Map<String, Object>>();
        bundles.get(number).forEach((locale, content) -> items.add(Map.of("locale", locale, "digest", sha(content))));
        respond(exchange, 200, new String(Json.write(Map.of("catalog", CATALOG, "release", number, "sourceLocale", "en",
                "bundles", items)), StandardCharsets.UTF_8), Map.of());
    }

    private void bundle(HttpExchange exchange, String requested, String query) throws IOException {
        int release = head;
        var offered = bundles.get(release);
        var asked = requested.equals("auto") ? exchange.getRequestHeaders().getFirst("Accept-Language") : requested;
        var locale = new SimpleLocaleMatching().findBest(asked, offered.keySet());
        if (locale == null && !requested.equals("auto")) {
            respond(exchange, 404, "{\"code\":\"unknown-locale\"}", Map.of());
            return;
        }
        var content = offered.get(locale == null ? "en" : locale);
        var since = query != null && query.contains("since=") ? Integer.valueOf(query.replaceAll(".*since=([0-9]+).*", "$1")) : null;
        send(exchange, since == null || !bundles.containsKey(since) ? content : delta(since, release, locale == null ? "en" : locale),
                release);
    }

    private String delta(int since, int release, String locale) throws IOException {
        var before = Json.object(Json.readObject(bundles.get(since).get(locale)), "messages");
        var after = Json.object(Json.readObject(bundles.get(release).get(locale)), "messages");
        var removed = before.keySet().stream().filter(it -> !after.containsKey(it)).toList();
        after.entrySet().removeIf(it -> it.getValue().equals(before.get(it.getKey())));
        var document = new LinkedHashMap<String, Object>();
        document.put("catalog", CATALOG);
        document.put("release", release);
        document.put("since", since);
        document.put("locale", locale);
        document.put("changed", after);
        document.put("removed", removed);
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    private void send(HttpExchange exchange, String content, int release) throws IOException {
        var tag = "\"" + sha(content) + "\"";
        var headers = Map.of("ETag", tag, "Parlance-Release", Integer.toString(release), "Content-Type", "application/json");
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
            return;
        }
        switch (fault) {
            case CORRUPTED -> respond(exchange, 200, content.replace('e', 'x'), headers);
            case NOT_JSON -> respond(exchange, 200, "<html>Sign in</html>", Map.of());
            case OTHER_CATALOG -> {
                var other = content.replace("\"shop\"", "\"other\"");
                respond(exchange, 200, other, Map.of("ETag", "\"" + sha(other) + "\"", "Parlance-Release", Integer.toString(release)));
            }
            case TRUNCATED -> {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(content.substring(0, content.length() / 2).getBytes(StandardCharsets.UTF_8));
                exchange.close();
            }
            case SLOW_BODY -> {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(200, 0);
                trickle(exchange.getResponseBody());
            }
            default -> respond(exchange, 200, content, headers);
        }
    }

    /** Sends a byte now and then, so that no timeout between two reads applies. */
    private void trickle(OutputStream body) throws IOException {
        try {
            while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                body.write(' ');
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void respond(HttpExchange exchange, int status, String content, Map<String, String> headers) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
