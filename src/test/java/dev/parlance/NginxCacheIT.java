package dev.parlance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests nginx as a cache in front of replicas. Needs {@code mvn -Pnginx verify} and Debian's nginx-light. */
@Tag("nginx")
@TestMethodOrder(OrderAnnotation.class)
class NginxCacheIT {
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final String CATALOG = "/v1/catalogs/exchange";
    private static final String BUNDLE = CATALOG + "/bundles/ja";
    private static final String RELEASE_BUNDLE = CATALOG + "/releases/1/bundles/ja";
    private static final List<String> LOCALES = List.of("ar", "de", "en", "es", "fr", "ja", "ko", "pt-BR", "ru", "tr");
    private static final String MESSAGE_PATH = CATALOG + "/messages/-1015?locale=de&arg=10s&arg=";
    private static final byte[] RENDER_BODY =
            "{\"locale\":\"de\",\"messages\":[{\"key\":\"-1015\",\"args\":[\"5\",\"10s\"]}]}".getBytes(UTF_8);

    private static final String HIT = "nginx; hit";
    private static final String STALE = "nginx; hit; detail=STALE";
    private static final String MISS = "nginx; fwd=miss";
    private static final String REVALIDATED = "nginx; fwd=stale; fwd-status=304";
    private static final String BYPASSED = "nginx; fwd=bypass";

    /** max-age plus stale-while-revalidate, plus a second because nginx counts whole seconds. */
    private static final long STALE_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5 + 60 + 1);

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static EmbeddedPostgres postgres;
    private static ServiceProcess firstReplica;
    private static ServiceProcess secondReplica;
    private NginxProcess nginx;

    @BeforeAll
    static void startReplicas() throws IOException {
        postgres = EmbeddedPostgres.builder().setDataDirectory(shared.resolve("postgres")).setLocaleConfig("locale", "C").start();
        firstReplica = startReplica();
        secondReplica = startReplica();
        firstReplica.awaitReady();
        secondReplica.awaitReady();
    }

    @AfterAll
    static void stopReplicas() throws Exception {
        firstReplica.close();
        secondReplica.close();
        postgres.close();
    }

    @BeforeEach
    void startNginx() throws IOException {
        nginx = NginxProcess.start(folder, firstReplica, secondReplica);
    }

    @AfterEach
    void stopNginx() throws InterruptedException {
        nginx.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "zstd", "identity"})
    void cachesEveryEncoding(String encoding) throws Exception {
        for (var address : List.of(BUNDLE, RELEASE_BUNDLE)) {
            var original = get(firstReplica.port(), address, "Accept-Encoding", encoding);
            var first = get(nginx.port(), address, "Accept-Encoding", encoding);
            var second = get(nginx.port(), address, "Accept-Encoding", encoding);
            assertThat(cacheStatus(first)).isEqualTo(MISS);
            assertThat(cacheStatus(second)).isEqualTo(HIT);
            assertThat(second.headers().firstValue("Content-Encoding").orElse("identity")).isEqualTo(encoding);
            assertThat(second.headers().firstValue("ETag")).isEqualTo(original.headers().firstValue("ETag"));
            assertThat(first.body()).isEqualTo(original.body());
            assertThat(second.body()).isEqualTo(original.body());
            assertThat(decode(second)).isEqualTo(get(firstReplica.port(), address).body());
        }
    }

    /** The expected response is that of the service itself to the same header. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip, deflate, br, zstd", "gzip, deflate", "GZIP;q=1.0,deflate;q=0.6,identity;q=0.3", "x-gzip", "*",
        "br;q=0, gzip;q=0.5", "br;q=0.000,zstd;q=0.001 , gzip;q=0", "zstd,br;q=0.9", "deflate", "brotli, xgzip, zstdx", "gzip;q=0",
                "identity"})
    void normalizesAcceptEncoding(String accepted) throws Exception {
        for (var encoding : List.of("gzip", "br", "zstd", "identity")) {
            get(nginx.port(), RELEASE_BUNDLE, "Accept-Encoding", encoding);
        }
        var response = get(nginx.port(), RELEASE_BUNDLE, "Accept-Encoding", accepted);
        assertThat(cacheStatus(response)).isEqualTo(HIT);
        assertThat(response.headers().firstValue("ETag"))
                .isEqualTo(get(firstReplica.port(), RELEASE_BUNDLE, "Accept-Encoding", accepted).headers().firstValue("ETag"));
    }

    @Test
    void answersConditionalRequestsFromCache() throws Exception {
        var tag = get(nginx.port(), BUNDLE, "Accept-Encoding", "gzip").headers().firstValue("ETag").orElseThrow();
        for (var ifNoneMatch : List.of(tag, "W/" + tag, "\"another\", " + tag, "*")) {
            var response = get(nginx.port(), BUNDLE, "Accept-Encoding", "gzip", "If-None-Match", ifNoneMatch);
            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(cacheStatus(response)).isEqualTo(HIT);
            assertThat(response.headers().firstValue("ETag")).contains(tag);
        }
        assertThat(get(nginx.port(), BUNDLE, "Accept-Encoding", "gzip", "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
        assertThat(nginx.upstreamStatuses(BUNDLE)).containsExactly("200");
    }

    @Test
    void revalidatesStaleBundlesInBackground() throws Exception {
        var first = get(nginx.port(), BUNDLE);
        ServiceProcess.await("a stale answer", Duration.ofSeconds(15), () -> {
            var response = get(nginx.port(), BUNDLE);
            assertThat(response.body()).isEqualTo(first.body());
            return cacheStatus(response).equals(STALE);
        });
        ServiceProcess.await("a 304 for nginx", Duration.ofSeconds(5), () -> nginx.upstreamStatuses(BUNDLE).equals(List.of("200", "304")));
        assertThat(cacheStatus(get(nginx.port(), BUNDLE))).isEqualTo(HIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer token", "0"})
    void bypassesCacheForAuthorizedRequests(String authorization) throws Exception {
        for (var address : List.of(BUNDLE, CATALOG)) {
            assertThat(cacheStatus(get(nginx.port(), address, "Authorization", authorization))).isEqualTo(BYPASSED);
            assertThat(cacheStatus(get(nginx.port(), address))).isEqualTo(MISS);
            assertThat(cacheStatus(get(nginx.port(), address, "Authorization", authorization))).isEqualTo(BYPASSED);
        }
    }

    @Test
    void ignoresCookiesForBundlesOnly() throws Exception {
        assertThat(cacheStatus(get(nginx.port(), BUNDLE))).isEqualTo(MISS);
        assertThat(cacheStatus(get(nginx.port(), BUNDLE, "Cookie", "0"))).isEqualTo(HIT);
        assertThat(cacheStatus(get(nginx.port(), CATALOG))).isEqualTo(MISS);
        assertThat(cacheStatus(get(nginx.port(), CATALOG, "Cookie", "0"))).isEqualTo(BYPASSED);
    }

    @Test
    void doesNotCacheProblems() throws Exception {
        for (int i = 0; i < 2; i++) {
            for (var expectation : Map.of(CATALOG + "/bundles/xx", 404, BUNDLE + "?unknown=1", 400, "/nowhere", 404).entrySet()) {
                var response = get(nginx.port(), expectation.getKey());
                assertProblem(response, expectation.getValue());
                assertThat(cacheStatus(response)).isEqualTo(MISS);
            }
        }
        assertProblem(get(nginx.port(), CATALOG + "?" + "a".repeat(5000)), 414);
        assertProblem(get(nginx.port(), CATALOG, "Accept", "a".repeat(25_000)), 431);
        assertProblem(post(CATALOG + "/render", new byte[1_500_000]), 413);
    }

    @Test
    void cachesTextsByLanguageAndRepresentation() throws Exception {
        var address = CATALOG + "/messages/-1015?arg=5&arg=10s";
        for (var expected : List.of(MISS, HIT)) {
            for (var language : List.of("de", "ja")) {
                for (var mediaType : List.of("text/plain", "application/json")) {
                    var response = get(nginx.port(), address, "Accept-Language", language, "Accept", mediaType);
                    assertThat(cacheStatus(response)).isEqualTo(expected);
                    assertThat(response.headers().firstValue("Content-Language")).contains(language);
                    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
                }
            }
        }
    }

    @Test
    void bypassesCacheForRendering() throws Exception {
        for (int i = 0; i < 2; i++) {
            var response = post(CATALOG + "/render", RENDER_BODY);
            assertThat(new String(response.body(), UTF_8)).contains("Zu viele neue Orders, das aktuelle Limit liegt bei 5 Orders pro 10s");
            assertThat(cacheStatus(response)).isEqualTo(BYPASSED);
        }
        assertThat(nginx.upstreamStatuses(CATALOG + "/render")).containsExactly("200", "200");
    }

    /** The response is endless, so the test only waits for its beginning. */
    @Test
    void streamsEventsUnbuffered() throws Exception {
        var request = request(nginx.port(), CATALOG + "/events").build();
        var response = CLIENT.send(request, BodyHandlers.ofInputStream());
        try (var events = response.body()) {
            assertThat(new String(events.readNBytes(":\n\nid:1;produ".length()), UTF_8)).contains("id:1;");
        }
    }

    @Test
    void skipsReplicasThatAreNotReady() throws Exception {
        nginx.close();
        try (var empty = ServiceProcess.start(folder, Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none"))) {
            ServiceProcess.await("liveness", Duration.ofSeconds(60), () -> empty.managementStatus("/q/health/live").equals("200"));
            nginx = NginxProcess.start(folder, empty, firstReplica);
            var failed = new ArrayList<String>();
            for (int i = 0; i < 20; i++) {
                recordFailure(failed, get(nginx.port(), MESSAGE_PATH + i));
            }
            for (int i = 0; i < 20; i++) {
                recordFailure(failed, post(CATALOG + "/render", RENDER_BODY));
            }
            assertThat(failed).isEmpty();
            assertThat(nginx.upstreamStatuses(CATALOG + "/render")).contains("503, 200");
        }
    }

    /** Runs last, because it kills the replicas. */
    @Test
    @Order(Integer.MAX_VALUE)
    void servesStaleWhileReplicasAreDown() throws Exception {
        var bundles = LOCALES.stream().map(it -> CATALOG + "/bundles/" + it).toList();
        for (var address : bundles) {
            assertThat(cacheStatus(get(nginx.port(), address))).isEqualTo(MISS);
        }
        long readAt = System.nanoTime();

        firstReplica.kill();
        var failed = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            recordFailure(failed, get(nginx.port(), MESSAGE_PATH + i));
            recordFailure(failed, post(CATALOG + "/render", RENDER_BODY));
        }
        assertThat(failed).isEmpty();
        ServiceProcess.await("age", Duration.ofSeconds(80), () -> System.nanoTime() - readAt > STALE_LIMIT_NANOS);
        assertThat(cacheStatus(get(nginx.port(), bundles.get(0)))).as("too old to be given while it is asked for").isEqualTo(REVALIDATED);

        secondReplica.kill();
        assertThat(cacheStatus(get(nginx.port(), bundles.get(1)))).as("asked for in vain").isEqualTo(STALE);
        for (int i = 0; i < 1000; i++) {
            recordFailure(failed, get(nginx.port(), bundles.get(i % bundles.size())));
        }
        nginx.close();
        nginx = NginxProcess.start(folder, firstReplica, secondReplica);
        for (var address : bundles) {
            recordFailure(failed, get(nginx.port(), address));
        }
        assertThat(failed).isEmpty();
        var uncached = get(nginx.port(), RELEASE_BUNDLE);
        assertProblem(uncached, 502);
        assertThat(uncached.headers().firstValue("Retry-After")).contains("5");
    }

    private static ServiceProcess startReplica() throws IOException {
        return ServiceProcess.start(Files.createTempDirectory(shared, "replica"),
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres")));
    }

    private static void recordFailure(List<String> failed, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200 || response.body().length == 0) {
            failed.add(response.toString());
        }
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(new String(response.body(), UTF_8)).contains("\"status\":" + status);
    }

    private static String cacheStatus(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Cache-Status").orElseThrow();
    }

    private static byte[] decode(HttpResponse<byte[]> response) throws IOException {
        Brotli4jLoader.ensureAvailability();
        InputStream body = new ByteArrayInputStream(response.body());
        try (var in = switch (response.headers().firstValue("Content-Encoding").orElse("identity")) {
            case "br" -> new BrotliInputStream(body);
            case "zstd" -> new ZstdInputStream(body);
            case "gzip" -> new GZIPInputStream(body);
            default -> body;
        }) {
            return in.readAllBytes();
        }
    }

    private HttpResponse<byte[]> post(String address, byte[] json) {
        return send(request(nginx.port(), address).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(json)));
    }

    private static HttpResponse<byte[]> get(int port, String address, String... headers) {
        var request = request(port, address);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpRequest.Builder request(int port, String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address)).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
