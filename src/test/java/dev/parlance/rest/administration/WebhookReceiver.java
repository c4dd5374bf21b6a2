package dev.parlance.rest.administration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver that verifies webhooks like the reference implementations of Standard Webhooks. */
final class WebhookReceiver implements AutoCloseable {
    static final int NO_ANSWER = -1;
    static final int CLOSE = -2;

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<String> messageIds = new CopyOnWriteArrayList<>();
    private final List<Integer> signatureCounts = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/hook", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    /** Waits for a condition, at most half a minute. */
    static void await(BooleanSupplier condition) {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void acceptSecret(String secret) {
        secrets.add(secret);
    }

    void forgetSecrets() {
        secrets.clear();
    }

    /** Sets the statuses of the next responses. Further ones are 200. */
    void answer(Integer... statuses) {
        answers.addAll(Arrays.asList(statuses));
    }

    /** Waits for a number of verified events, counting repetitions, and returns all of them. */
    List<JsonNode> awaitEvents(int count) {
        await(() -> events.size() >= count || !failures.isEmpty());
        assertThat(failures).isEmpty();
        return List.copyOf(events);
    }

    List<String> messageIds() {
        return new ArrayList<>(messageIds);
    }

    List<Integer> signatureCounts() {
        return List.copyOf(signatureCounts);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try {
            verify(exchange, body);
        } catch (GeneralSecurityException | RuntimeException | AssertionError e) {
            failures.add(e);
        }
        var status = answers.poll();
        messageIds.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        events.add(new ObjectMapper().readTree(body));
        answer(exchange, status == null ? 200 : status);
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        if (status == CLOSE) {
            throw new IOException("closes the connection");
        } else if (status == NO_ANSWER) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        exchange.getResponseHeaders().add("Location", url());
        var response = "received".getBytes(UTF_8);
        exchange.sendResponseHeaders(status, response.length);
        exchange.getResponseBody().write(response);
        exchange.close();
    }

    /** The algorithm of the specification. */
    private void verify(HttpExchange exchange, String body) throws GeneralSecurityException {
        var headers = exchange.getRequestHeaders();
        assertThat(headers.getFirst("content-type")).isEqualTo("application/json");
        var timestamp = headers.getFirst("webhook-timestamp");
        assertThat(Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs()).isLessThan(TOLERANCE);
        var signatures = headers.getFirst("webhook-signature").split(" ");
        signatureCounts.add(signatures.length);
        boolean verified = false;
        for (var secret : secrets) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            var expected = mac.doFinal((headers.getFirst("webhook-id") + "." + timestamp + "." + body).getBytes(UTF_8));
            verified |= Arrays.stream(signatures).filter(it -> it.startsWith("v1,"))
                    .anyMatch(it -> MessageDigest.isEqual(expected, Base64.getDecoder().decode(it.substring(3))));
        }
        assertThat(verified).isTrue();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
