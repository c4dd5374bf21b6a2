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

/** nginx as a cache in front of replicas: {@code mvn -Pnginx verify}, with nginx-light of Debian. */
@Tag("nginx")
@TestMethodOrder(OrderAnnotation.class)
class NginxCacheIT {
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final String CATALOG = "/v1/catalogs/exchange";
    private static final String BUNDLE = CATALOG + "/bundles/ja";
    private static final String PINNED = CATALOG + "/releases/1/bundles/ja";
    private static final List<String> LOCALES = List.of("ar", "de", "en", "es", "fr", "ja", "ko", "pt-BR", "ru", "tr");
    private static final String ORDERS = CATALOG + "/messages/-1015?locale=de&arg=10s&arg=";
    private static final byte[] RENDER = "{\"locale\":\"de\",\"messages\":[{\"key\":\"-1015\",\"args\":[\"5\",\"10s\"]}]}".getBytes(UTF_8);

    private static final String HIT = "nginx; hit";
    private static final String STALE = "nginx; hit; detail=STALE";
    private static final String MISS = "nginx; fwd=miss";
    private static final String REVALIDATED = "nginx; fwd=stale; fwd-status=304";
    private static final String PASSED = "nginx; fwd=bypass";

    /** max-age and stale-while-revalidate, and a second because nginx counts whole ones. */
    private static final long TOO_OLD = TimeUnit.SECONDS.toNanos(5 + 60 + 1);

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static EmbeddedPostgres postgres;
    private static ServiceProcess one;
    private static ServiceProcess two;
    private NginxProcess nginx;

    @BeforeAll
    static void startReplicas() throws IOException {
        postgres = EmbeddedPostgres.builder().setDataDirectory(shared.resolve("postgres")).setLocaleConfig("locale", "C").start();
        one = replica();
        two = replica();
        one.awaitReady();
        two.awaitReady();
    }

    @AfterAll
    static void stopReplicas() throws Exception {
        one.close();
        two.close();
        postgres.close();
    }

    @BeforeEach
    void startNginx() throws IOException {
        nginx = NginxProcess.start(folder, one, two);
    }

    @AfterEach
    void stopNginx() throws InterruptedException {
        nginx.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "zstd", "identity"})
    void everyEncodingIsKeptWithItsBytes(String encoding) throws Exception {
        for (var address : List.of(BUNDLE, PINNED)) {
            var original = ask(one.port(), address, "Accept-Encoding", encoding);
            var first = ask(nginx.port(), address, "Accept-Encoding", encoding);
            var second = ask(nginx.port(), address, "Accept-Encoding", encoding);
            assertThat(cacheStatus(first)).isEqualTo(MISS);
            assertThat(cacheStatus(second)).isEqualTo(HIT);
            assertThat(second.headers().firstValue("Content-Encoding").orElse("identity")).isEqualTo(encoding);
            assertThat(second.headers().firstValue("ETag")).isEqualTo(original.headers().firstValue("ETag"));
            assertThat(first.body()).isEqualTo(original.body());
            assertThat(second.body()).isEqualTo(original.body());
            assertThat(decoded(second)).isEqualTo(ask(one.port(), address).body());
        }
    }

    /** The judge is the service: it is asked with the header as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip, deflate, br, zstd", "gzip, deflate", "GZIP;q=1.0,deflate;q=0.6,identity;q=0.3", "x-gzip", "*",
        "br;q=0, gzip;q=0.5", "br;q=0.000,zstd;q=0.001 , gzip;q=0", "zstd,br;q=0.9", "deflate", "brotli, xgzip, zstdx", "gzip;q=0", "identity"})
    void allSpellingsOfAcceptEncodingShareFourEntries(String accepted) throws Exception {
        for (var encoding : List.of("gzip", "br", "zstd", "identity")) {
            ask(nginx.port(), PINNED, "Accept-Encoding", encoding);
        }
        var answer = ask(nginx.port(), PINNED, "Accept-Encoding", accepted);
        assertThat(cacheStatus(answer)).isEqualTo(HIT);
        assertThat(answer.headers().firstValue("ETag")).isEqualTo(ask(one.port(), PINNED, "Accept-Encoding", accepted).headers().firstValue("ETag"));
    }

    @Test
    void aKnownTagIsAnsweredFromTheCache() throws Exception {
        var tag = ask(nginx.port(), BUNDLE, "Accept-Encoding", "gzip").headers().firstValue("ETag").orElseThrow();
        for (var known : List.of(tag, "W/" + tag, "\"another\", " + tag, "*")) {
            var answer = ask(nginx.port(), BUNDLE, "Accept-Encoding", "gzip", "If-None-Match", known);
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(cacheStatus(answer)).isEqualTo(HIT);
            assertThat(answer.headers().firstValue("ETag")).contains(tag);
        }
        assertThat(ask(nginx.port(), BUNDLE, "Accept-Encoding", "gzip", "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
        assertThat(nginx.asked(BUNDLE)).containsExactly("200");
    }

    @Test
    void afterFiveSecondsABundleIsAskedForByItsTagWhileTheOldOneIsGiven() throws Exception {
        var first = ask(nginx.port(), BUNDLE);
        ServiceProcess.await("a stale answer", Duration.ofSeconds(15), () -> {
            var answer = ask(nginx.port(), BUNDLE);
            assertThat(answer.body()).isEqualTo(first.body());
            return cacheStatus(answer).equals(STALE);
        });
        ServiceProcess.await("a 304 for nginx", Duration.ofSeconds(5), () -> nginx.asked(BUNDLE).equals(List.of("200", "304")));
        assertThat(cacheStatus(ask(nginx.port(), BUNDLE))).isEqualTo(HIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer token", "0"})
    void whoSaysWhoHeIsGetsAnAnswerOfHisOwn(String authorization) throws Exception {
        for (var address : List.of(BUNDLE, CATALOG)) {
            assertThat(cacheStatus(ask(nginx.port(), address, "Authorization", authorization))).isEqualTo(PASSED);
            assertThat(cacheStatus(ask(nginx.port(), address))).isEqualTo(MISS);
            assertThat(cacheStatus(ask(nginx.port(), address, "Authorization", authorization))).isEqualTo(PASSED);
        }
    }

    @Test
    void aCookieChangesNoBundleAndMayChangeTheRest() throws Exception {
        assertThat(cacheStatus(ask(nginx.port(), BUNDLE))).isEqualTo(MISS);
        assertThat(cacheStatus(ask(nginx.port(), BUNDLE, "Cookie", "0"))).isEqualTo(HIT);
        assertThat(cacheStatus(ask(nginx.port(), CATALOG))).isEqualTo(MISS);
        assertThat(cacheStatus(ask(nginx.port(), CATALOG, "Cookie", "0"))).isEqualTo(PASSED);
    }

    @Test
    void refusalsAreTheServicesAndAreNotKept() throws Exception {
        for (int i = 0; i < 2; i++) {
            for (var refused : Map.of(CATALOG + "/bundles/xx", 404, BUNDLE + "?unknown=1", 400, "/nowhere", 404).entrySet()) {
                var answer = ask(nginx.port(), refused.getKey());
                assertProblem(answer, refused.getValue());
                assertThat(cacheStatus(answer)).isEqualTo(MISS);
            }
        }
        assertProblem(ask(nginx.port(), CATALOG + "?" + "a".repeat(5000)), 414);
        assertProblem(ask(nginx.port(), CATALOG, "Accept", "a".repeat(25_000)), 431);
        assertProblem(post(CATALOG + "/render", new byte[1_500_000]), 413);
    }

    @Test
    void textsAreKeptUnderTheirLanguageAndShape() throws Exception {
        var address = CATALOG + "/messages/-1015?arg=5&arg=10s";
        for (var expected : List.of(MISS, HIT)) {
            for (var language : List.of("de", "ja")) {
                for (var shape : List.of("text/plain", "application/json")) {
                    var answer = ask(nginx.port(), address, "Accept-Language", language, "Accept", shape);
                    assertThat(cacheStatus(answer)).isEqualTo(expected);
                    assertThat(answer.headers().firstValue("Content-Language")).contains(language);
                    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(shape);
                }
            }
        }
    }

    @Test
    void renderingPasses() throws Exception {
        for (int i = 0; i < 2; i++) {
            var answer = post(CATALOG + "/render", RENDER);
            assertThat(new String(answer.body(), UTF_8)).contains("Zu viele neue Orders, das aktuelle Limit liegt bei 5 Orders pro 10s");
            assertThat(cacheStatus(answer)).isEqualTo(PASSED);
        }
        assertThat(nginx.asked(CATALOG + "/render")).containsExactly("200", "200");
    }

    /** The answer has no end: what matters is that its beginning arrives. */
    @Test
    void eventsArriveAsTheyHappen() throws Exception {
        var request = request(nginx.port(), CATALOG + "/events").build();
        var answer = CLIENT.send(request, BodyHandlers.ofInputStream());
        try (var events = answer.body()) {
            assertThat(new String(events.readNBytes("event:channel".length()), UTF_8)).startsWith("event:");
        }
    }

    @Test
    void aReplicaThatHasNothingYetIsPassedOverAndFailsNoRead() throws Exception {
        nginx.close();
        try (var empty = ServiceProcess.start(folder, Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none"))) {
            ServiceProcess.await("liveness", Duration.ofSeconds(60), () -> empty.management("/q/health/live").equals("200"));
            nginx = NginxProcess.start(folder, empty, one);
            var failed = new ArrayList<String>();
            for (int i = 0; i < 20; i++) {
                note(failed, ask(nginx.port(), ORDERS + i));
            }
            for (int i = 0; i < 20; i++) {
                note(failed, post(CATALOG + "/render", RENDER));
            }
            assertThat(failed).isEmpty();
            assertThat(nginx.asked(CATALOG + "/render")).contains("503, 200");
        }
    }

    /** The last one, for it ends the replicas. */
    @Test
    @Order(Integer.MAX_VALUE)
    void noReadFailsWhileOneReplicaAfterTheOtherDies() throws Exception {
        var known = LOCALES.stream().map(it -> CATALOG + "/bundles/" + it).toList();
        for (var address : known) {
            assertThat(cacheStatus(ask(nginx.port(), address))).isEqualTo(MISS);
        }
        long read = System.nanoTime();

        one.kill();
        var failed = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            note(failed, ask(nginx.port(), ORDERS + i));
            note(failed, post(CATALOG + "/render", RENDER));
        }
        assertThat(failed).isEmpty();
        ServiceProcess.await("age", Duration.ofSeconds(80), () -> System.nanoTime() - read > TOO_OLD);
        assertThat(cacheStatus(ask(nginx.port(), known.get(0)))).as("too old to be given while it is asked for").isEqualTo(REVALIDATED);

        two.kill();
        assertThat(cacheStatus(ask(nginx.port(), known.get(1)))).as("asked for in vain").isEqualTo(STALE);
        for (int i = 0; i < 1000; i++) {
            note(failed, ask(nginx.port(), known.get(i % known.size())));
        }
        nginx.close();
        nginx = NginxProcess.start(folder, one, two);
        for (var address : known) {
            note(failed, ask(nginx.port(), address));
        }
        assertThat(failed).isEmpty();
        var unknown = ask(nginx.port(), PINNED);
        assertProblem(unknown, 502);
        assertThat(unknown.headers().firstValue("Retry-After")).contains("5");
    }

    private static ServiceProcess replica() throws IOException {
        return ServiceProcess.start(Files.createTempDirectory(shared, "replica"),
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres")));
    }

    private static void note(List<String> failed, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200 || answer.body().length == 0) {
            failed.add(answer.toString());
        }
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(new String(answer.body(), UTF_8)).contains("\"status\":" + status);
    }

    private static String cacheStatus(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Cache-Status").orElseThrow();
    }

    private static byte[] decoded(HttpResponse<byte[]> answer) throws IOException {
        Brotli4jLoader.ensureAvailability();
        InputStream body = new ByteArrayInputStream(answer.body());
        try (var in = switch (answer.headers().firstValue("Content-Encoding").orElse("identity")) {
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

    private static HttpResponse<byte[]> ask(int port, String address, String... headers) {
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
