package dev.parlance.rest.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the limits on connections with hostile clients. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ConnectionLimitsTest {
    private static final String BUNDLE = "/v1/catalogs/exchange/bundles/ja";
    private static final String HOST = "Host: localhost\r\n";

    @TestHTTPResource("/")
    URI service;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    ResourceUsage usage;

    private final ArrayList<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
        given().get(BUNDLE).then().statusCode(200);
    }

    @AfterEach
    void disconnect() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    private Socket send(String text) throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(15_000);
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n";
    }

    @Test
    void answersPipelinedRequestsInOrder() throws IOException {
        var socket = send(get(BUNDLE) + get("/v1/catalogs/exchange/messages/none") + get(BUNDLE)
                + "GET /v1/catalogs/none HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

        var statuses = readAll(socket).lines().filter(it -> it.contains("HTTP/1.1 ")).map(it -> it.substring(it.indexOf("HTTP/1.1 ") + 9))
                .toList();

        assertThat(statuses).containsExactly("200 OK", "404 Not Found", "200 OK", "404 Not Found");
    }

    @Test
    void closesAConnectionThatPipelinesWithoutReading() throws IOException {
        long before = usage.rejections(ResourceLimit.PIPELINED_REQUESTS);
        try {
            send(get(BUNDLE).repeat(5_000));
        } catch (IOException e) {
            // The service may close the connection while the client still sends.
        }

        ShippedCatalogsReady.await("pipelining rejected", () -> usage.rejections(ResourceLimit.PIPELINED_REQUESTS) > before);
    }

    @Test
    void keepsThreadsFreeWhileBodiesAreIncomplete() throws IOException {
        long before = usage.rejections(ResourceLimit.WAITING_BODIES_PER_ADDRESS);
        for (int i = 0; i < 250; i++) {
            send("POST /v1/session HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        }
        ShippedCatalogsReady.await("waiting bodies at their limit",
                () -> usage.used(ResourceLimit.WAITING_BODIES) == ResourceLimit.WAITING_BODIES_PER_ADDRESS.value());

        given().contentType("application/json").body("{}").post("/v1/session").then().statusCode(422);

        ShippedCatalogsReady.await("every body beyond the limit rejected",
                () -> usage.rejections(ResourceLimit.WAITING_BODIES_PER_ADDRESS) - before >= 50);
        disconnect();
        ShippedCatalogsReady.await("no waiting bodies", () -> usage.used(ResourceLimit.WAITING_BODIES) == 0);
    }

    @Test
    void rejectsBodiesThatDoNotArrive() throws IOException {
        var socket = send("POST /v1/session HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

        assertThat(readAll(socket)).startsWith("HTTP/1.1 408 ").contains("request-timeout");
    }

    @Test
    void boundsTheMemoryOfBodies() throws IOException {
        int size = 1_000_000;
        var part = "POST /v1/catalogs/exchange/render HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\nContent-Length: " + size
                + "\r\n\r\n" + " ".repeat(size - 1);
        long before = usage.rejections(ResourceLimit.BODY_BYTES);
        for (int i = 0; i < ResourceLimit.BODY_BYTES.value() / size + 2; i++) {
            send(part);
        }

        ShippedCatalogsReady.await("bodies rejected", () -> usage.rejections(ResourceLimit.BODY_BYTES) > before);
        assertThat(usage.used(ResourceLimit.BODY_BYTES)).isLessThanOrEqualTo(ResourceLimit.BODY_BYTES.value());
        disconnect();
        ShippedCatalogsReady.await("no bodies in memory", () -> usage.used(ResourceLimit.BODY_BYTES) == 0);
    }

    @Test
    void limitsTheBodyOfASignIn() {
        given().contentType("application/json").body("{\"name\":\"" + "x".repeat(5000) + "\"}").post("/v1/session").then().statusCode(413)
                .body("arguments.limit", equalTo(4096));
    }

    @Test
    void disconnectsClientsThatDoNotCompleteTheirHeaders() throws IOException {
        long before = usage.rejections(ResourceLimit.HEADER_TIME);
        var socket = send("GET " + BUNDLE + " HTTP/1.1\r\nX-Slow: ");

        assertThat(readAll(socket)).isEmpty();

        assertThat(usage.rejections(ResourceLimit.HEADER_TIME)).isGreaterThan(before);
        ShippedCatalogsReady.await("no incomplete headers", () -> usage.used(ResourceLimit.HEADER_BYTES) == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            HOST + "Host: example.org\r\n",
            HOST + HOST,
            "",
            HOST + "Transfer-Encoding: xchunked\r\n",
            HOST + "Transfer-Encoding: gzip, chunked\r\n",
            HOST + "Transfer-Encoding: chunked, identity\r\n",
            HOST + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
            HOST + "Content-Length: 3\r\nContent-Length: 4\r\n",
            HOST + "Content-Length: +3\r\n",
            HOST + "Content-Length: -1\r\n",
            HOST + "X-A : b\r\n",
            HOST + "X A: b\r\n",
            HOST + "X-A: b\r\n c\r\n",
            HOST + "X-A: b\r\n\tc\r\n",
            " " + HOST,
            HOST + "X-A: b\rX-B: c\r\n",
            HOST + "X-A: b\u0000\r\n",
            HOST + "X-A\t: b\r\n",
            HOST + "X-A: b\n",
            HOST + ": b\r\n",
            HOST + "X-A\r\n",
            HOST + "Content-Length: 3, 4\r\n",
            HOST + "Content-Length: 3\r\nContent-Length: 3\r\n",
            HOST + "Content-Length: 0x3\r\n",
            HOST + "Content-Length: 99999999999999999999\r\n",
    })
    void rejectsAmbiguousRequestsAndCloses(String headers) throws IOException {
        var socket = send("POST /v1/catalogs/exchange/render HTTP/1.1\r\nContent-Type: application/json\r\n" + headers
                + "\r\n3\r\nabc\r\n0\r\n\r\n" + get(BUNDLE));

        var response = readAll(socket);

        assertThat(response).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "malformed-request");
        assertThat(response.split("HTTP/1\\.1 ")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {30_000, 200_000})
    void rejectsLargeHeadersAndCloses(int size) throws IOException {
        RawHttp.send(service, ("GET " + BUNDLE + " HTTP/1.1\r\n" + HOST + "X-Large: " + "x".repeat(size) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1), (status, headers, body) -> {
                    assertThat(status).isEqualTo(431);
                    assertThat(body).contains("header-too-large");
                    return null;
                });
    }

    @Test
    void rejectsMalformedChunks() throws IOException {
        var socket = send("POST /v1/catalogs/exchange/render HTTP/1.1\r\n" + HOST
                + "Accept-Language: ar\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n");

        assertThat(readAll(socket)).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "Content-Language: ar");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "-2\r\n{}\r\n",
            "0x2\r\n{}\r\n",
            "100000002\r\n{}\r\n",
            "2\n{}\r\n",
            "2;a\n{}\r\n",
            "2;a\u0000\r\n{}\r\n",
            "2\r\n{}x\r\n",
    })
    void rejectsMalformedChunksAndCloses(String chunk) throws IOException {
        var socket = send("POST /v1/catalogs/exchange/render HTTP/1.1\r\n" + HOST
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n" + get(BUNDLE));

        var response = readAll(socket);

        assertThat(response).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
        assertThat(response.split("HTTP/1\\.1 ")).hasSize(2);
    }

    @Test
    void rejectsUnboundedChunkExtensions() throws IOException {
        var socket = send("POST /v1/catalogs/exchange/render HTTP/1.1\r\n" + HOST
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("1;" + "x".repeat(4000) + "\r\n \r\n").repeat(6));

        assertThat(readAll(socket)).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @Test
    void unreadResponsesDoNotHoldThreads() throws IOException {
        var body = "{\"locale\":\"en\",\"text\":\"" + "x".repeat(3900) + "\",\"samples\":[" + "[],".repeat(49) + "[]]}";
        for (int i = 0; i < 250; i++) {
            send("POST /v1/catalogs/exchange/preview HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body);
        }

        given().contentType("application/json").body("{\"locale\":\"en\",\"messages\":[{\"key\":\"-1000\"}]}")
                .post("/v1/catalogs/exchange/render").then().statusCode(200);
    }

    @Test
    void rejectedBodiesDoNotCountAsHeaders() throws IOException {
        var socket = send("POST /v1/catalogs/exchange/render HTTP/1.1\r\n" + HOST
                + "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
        ShippedCatalogsReady.await("the request is rejected", () -> hasInput(socket));
        socket.getOutputStream().write(("8000\r\n" + " ".repeat(0x8000) + "\r\n").getBytes(StandardCharsets.US_ASCII));

        assertThat(usage.used(ResourceLimit.HEADER_BYTES)).isLessThan(0x8000);
        assertThat(readAll(socket)).startsWith("HTTP/1.1 415 ");
    }

    private static boolean hasInput(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rejectsManyHeaderLines() throws IOException {
        var socket = send("GET /v1/catalogs/exchange/events HTTP/1.1\r\n" + HOST + "Accept-Language: ar\r\n" + "a:\r\n".repeat(2000)
                + "\r\n");

        assertThat(readAll(socket)).startsWith("HTTP/1.1 431 ").contains("header-too-large", "Content-Language: ar");
    }

    @Test
    void deliversLargeResponsesThroughASmallWindow() throws IOException {
        var sample = "[\"" + "x".repeat(1000) + "\"]";
        var body = "{\"locale\":\"en\",\"text\":\"" + "{0}".repeat(12) + "\",\"samples\":[" + (sample + ",").repeat(49) + sample + "]}";
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(15_000);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            socket.getOutputStream().write(("POST /v1/catalogs/exchange/preview HTTP/1.1\r\n" + HOST + "Connection: close\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));

            var response = readAll(socket);

            assertThat(response).startsWith("HTTP/1.1 200 ").endsWith("}");
            assertThat(response.split("x{12000}", -1)).hasSize(51);
        }
        ShippedCatalogsReady.await("nothing left to send", () -> usage.used(ResourceLimit.SLOW_RESPONSES) == 0
                && usage.used(ResourceLimit.RESPONSE_BYTES) == 0);
    }
}
