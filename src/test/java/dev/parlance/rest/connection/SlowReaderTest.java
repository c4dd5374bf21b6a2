package dev.parlance.rest.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that clients that do not read their responses do not affect clients of other networks. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class SlowReaderTest {
    private static final String BUNDLE = "/v1/catalogs/exchange/bundles/ja";
    private static final String EVENTS = "/v1/catalogs/exchange/events";
    private static final String ATTACKER = "127.0.0.1";
    private static final String NEWCOMER = "127.0.0.2";
    private static final String HOST = "Host: localhost\r\n";
    private static final int RESPONSE_SIZE = 4_000_000;

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
        ShippedCatalogsReady.await("all connections closed", () -> usage.used(ResourceLimit.SLOW_RESPONSES) == 0
                && usage.used(ResourceLimit.EVENT_STREAMS) == 0);
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isZero();
        assertThat(usage.used(ResourceLimit.BODY_BYTES)).isZero();
    }

    /** Sends a request from an address, with a receive buffer of a few kilobytes. */
    private Socket send(String address, String request) throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(15_000);
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", service.getPort()));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** Returns a request with a response of about 4 MB, which is more than the operating system buffers for a small window. */
    private static String preview(int padding) {
        var sample = "[\"" + "\\u3042".repeat(100) + "\"]";
        var body = "{\"locale\":\"en\",\"text\":\"" + "{0}".repeat(RESPONSE_SIZE / 50 / 100 / 3) + "\",\"samples\":["
                + (sample + ",").repeat(49) + sample + "]}" + " ".repeat(padding);
        return "POST /v1/catalogs/exchange/preview HTTP/1.1\r\n" + HOST + "Connection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n";
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String readLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read(); c >= 0 && c != '\r'; c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Test
    void servesOtherAddressesWhileOneHoldsTheMemory() throws IOException {
        long before = usage.rejections(ResourceLimit.RESPONSE_BYTES);
        for (int i = 0; i < 100 && usage.rejections(ResourceLimit.RESPONSE_BYTES) == before; i++) {
            assertThat(readLine(send(ATTACKER, preview(0)))).isEqualTo("HTTP/1.1 200 OK");
        }
        assertThat(usage.rejections(ResourceLimit.RESPONSE_BYTES)).isGreaterThan(before);

        for (int i = 0; i < 3; i++) {
            assertThat(readAll(send(NEWCOMER, preview(0)))).startsWith("HTTP/1.1 200 ").hasSizeGreaterThan(RESPONSE_SIZE * 9 / 10)
                    .endsWith("}");
        }

        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isLessThanOrEqualTo(ResourceLimit.RESPONSE_BYTES.value());
    }

    @Test
    void doesNotCountUnreadBundles() throws IOException {
        for (int i = 0; i < 20; i++) {
            send(ATTACKER, get(BUNDLE).repeat(30));
        }

        assertThat(readLine(send(NEWCOMER, get(BUNDLE)))).startsWith("HTTP/1.1 200 ");
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isZero();
    }

    @Test
    void releasesRequestBodiesBeforeResponsesAreRead() throws IOException {
        int count = 10;
        int size = 900_000;
        long before = usedHeap();
        for (int i = 0; i < count; i++) {
            assertThat(readLine(send(ATTACKER, preview(size)))).isEqualTo("HTTP/1.1 200 OK");
        }

        assertThat(usage.used(ResourceLimit.BODY_BYTES)).isZero();
        assertThat(usage.used(ResourceLimit.RESPONSE_BYTES)).isGreaterThan(RESPONSE_SIZE);
        assertThat(usedHeap() - before - usage.used(ResourceLimit.RESPONSE_BYTES)).isLessThan((long) count * size / 2);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void limitsEventStreamsOfOneAddress() throws IOException {
        long before = usage.rejections(ResourceLimit.EVENT_STREAMS_PER_NETWORK);
        for (int i = 0; i < ResourceLimit.EVENT_STREAMS_PER_NETWORK.value(); i++) {
            send(ATTACKER, get(EVENTS));
        }
        ShippedCatalogsReady.await("streams open",
                () -> usage.used(ResourceLimit.EVENT_STREAMS) == ResourceLimit.EVENT_STREAMS_PER_NETWORK.value());

        var rejected = send(ATTACKER, get(EVENTS).replace(HOST, HOST + "Connection: close\r\n"));

        assertThat(readAll(rejected)).startsWith("HTTP/1.1 503 ").containsIgnoringCase("Retry-After: ")
                .contains("application/problem+json");
        assertThat(usage.rejections(ResourceLimit.EVENT_STREAMS_PER_NETWORK)).isEqualTo(before + 1);
        assertThat(readLine(send(NEWCOMER, get(EVENTS)))).startsWith("HTTP/1.1 200 ");
    }
}
