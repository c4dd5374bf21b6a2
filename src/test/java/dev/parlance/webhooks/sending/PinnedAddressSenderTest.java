package dev.parlance.webhooks.sending;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhooks.AddressRules;
import dev.parlance.webhooks.Delivery.SendError;
import dev.parlance.webhooks.WebhookSender;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends to a raw socket, which answers with given bytes. */
class PinnedAddressSenderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final int TLS_HANDSHAKE = 0x16;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** @param response the bytes to send; the connection is closed behind them, unless they end with {@code …} */
    private void answer(String response) {
        var thread = new Thread(() -> {
            try {
                while (true) {
                    var socket = server.accept();
                    received.add(readRequest(socket.getInputStream()));
                    socket.getOutputStream().write(response.replace("…", "").getBytes(ISO_8859_1));
                    socket.getOutputStream().flush();
                    if (!response.endsWith("…")) {
                        socket.close();
                    }
                }
            } catch (IOException e) {
                assertThat(server.isClosed()).isTrue();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String readRequest(InputStream input) throws IOException {
        var text = new StringBuilder();
        while (!text.toString().endsWith("{\"a\":1}")) {
            int next = input.read();
            if (next < 0 || text.length() == 0 && next == TLS_HANDSHAKE) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private WebhookSender.Response send(String host, Duration timeout, String... allowed) {
        return new PinnedAddressSender(vertx, new AddressRules(List.of(allowed)), timeout)
                .send(new WebhookSender.Request(URI.create("http://" + host + ":" + server.getLocalPort() + "/hook?a=%20b"),
                        Map.of("webhook-id", "msg_1"), "{\"a\":1}"));
    }

    private WebhookSender.Response send() {
        return send("127.0.0.1", TIMEOUT, "127.0.0.0/8");
    }

    @Test
    void sendsRequestToCheckedAddressWithNameOfHost() {
        answer("HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\nok");
        assertThat(send("localhost", TIMEOUT, "127.0.0.0/8")).isEqualTo(WebhookSender.Response.of(202, "ok"));
        assertThat(received.remove().toLowerCase(Locale.ROOT)).startsWith("post /hook?a=%20b http/1.1\r\n")
                .contains("host: localhost:" + server.getLocalPort() + "\r\n", "content-type: application/json\r\n", "webhook-id: msg_1\r\n",
                "user-agent: parlance\r\n").endsWith("\r\n\r\n{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "[::1]", "2130706433"})
    void connectsToNoAddressThatIsNotAllowed(String host) {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(send(host, TIMEOUT).error()).contains(SendError.ADDRESS_NOT_ALLOWED);
        assertThat(received).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        answer("HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
        assertThat(send().status()).isEqualTo(OptionalInt.of(302));
        assertThat(received).hasSize(1);
    }

    @Test
    void returnsRequestedPause() {
        answer("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 120\r\nContent-Length: 4\r\n\r\nbusy");
        assertThat(send()).isEqualTo(WebhookSender.Response.of(503, "busy").withRetryAfter("120"));
    }

    @Test
    void stopsWaitingForSlowReceiver() {
        answer("…");
        assertThat(send("127.0.0.1", Duration.ofMillis(300), "127.0.0.0/8").error()).contains(SendError.TIMEOUT);
    }

    @Test
    void stopsWaitingForEndOfBody() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf…");
        assertThat(send("127.0.0.1", Duration.ofMillis(300), "127.0.0.0/8").error()).contains(SendError.TIMEOUT);
    }

    @Test
    void readsOnlyBeginningOfBody() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + "x".repeat(100_000) + "…");
        assertThat(send()).isEqualTo(WebhookSender.Response.of(200, "x".repeat(1024)));
    }

    @Test
    void replacesControlCharacters() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\na\0\u001bb\u00ffc");
        assertThat(send().excerpt()).isEqualTo("a\uFFFD\uFFFDb\uFFFDc");
    }

    @ParameterizedTest
    @CsvSource({"'',CONNECTION_FAILED", "'nonsense\r\n\r\n',INVALID_RESPONSE"})
    void reportsUnusableResponse(String response, SendError error) {
        answer(response);
        assertThat(send().error()).contains(error);
    }

    @Test
    void reportsRefusedConnection() throws IOException {
        server.close();
        assertThat(send().error()).contains(SendError.CONNECTION_FAILED);
    }

    @Test
    void reportsUnknownHost() {
        assertThat(send("does-not-exist.invalid", TIMEOUT).error()).contains(SendError.UNKNOWN_HOST);
    }

    @Test
    void reportsReceiverWithoutTls() {
        answer("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        var response = new PinnedAddressSender(vertx, new AddressRules(List.of("127.0.0.0/8")), TIMEOUT).send(new WebhookSender.Request(
                URI.create("https://127.0.0.1:" + server.getLocalPort() + "/"), Map.of(), "{\"a\":1}"));
        assertThat(response.error()).contains(SendError.TLS_FAILED);
    }
}
