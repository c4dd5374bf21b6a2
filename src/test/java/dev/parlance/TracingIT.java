package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spans of the packaged service, with a receiver of the OpenTelemetry protocol (OTLP over HTTP). */
@Tag("tracing")
class TracingIT {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    /** A request has a span whatever its response is, so the tests need not wait for the catalogs. */
    private static final String PATH = "/v1/catalogs/exchange/messages/-1015?locale=en";

    @TempDir
    Path folder;

    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/traces", this::receive);
        receiver.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void sendsSpansOfTheTraceOfTheCaller() throws Exception {
        try (var service = start(Map.of("QUARKUS_OTEL_SDK_DISABLED", "false"))) {
            service.get(PATH, "traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01", "Authorization", "Bearer secret-of-the-header");

            ServiceProcess.await("the span", Duration.ofSeconds(30),
                    () -> received.stream().anyMatch(it -> contains(it, HexFormat.of().parseHex(TRACE_ID))));
            assertThat(received).noneMatch(it -> contains(it, "secret-of-the-header".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void sendsNothingByDefault() throws Exception {
        try (var service = start(Map.of())) {
            service.get(PATH);
        }
        // A service that records spans sends them before it ends.
        assertThat(received).isEmpty();
    }

    private ServiceProcess start(Map<String, String> settings) throws Exception {
        var environment = new HashMap<>(settings);
        environment.put("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:" + receiver.getAddress().getPort());
        environment.put("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf");
        environment.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms");
        var service = ServiceProcess.start(folder, environment);
        ServiceProcess.await("the port", Duration.ofMinutes(2), () -> service.managementStatus("/q/health/live").equals("200"));
        return service;
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
