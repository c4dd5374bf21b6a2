package dev.parlance.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.LargeSnapshots;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles over HTTP, with a client that adds no headers of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BundleApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXCHANGE = "v1/catalogs/exchange";
    private static final String JAPANESE = EXCHANGE + "/bundles/ja";

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI service;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    ResourceUsage usage;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
        Brotli4jLoader.ensureAvailability();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                 | ''
            identity                           | ''
            gzip                               | gzip
            x-gzip                             | gzip
            gzip, deflate, br, zstd            | br
            zstd, gzip                         | zstd
            br;q=0.5, gzip                     | gzip
            br;q=0, gzip;q=0.1                 | gzip
            *                                  | br
            *;q=0                              | ''
            gzip;q=nonsense                    | ''
            deflate                            | ''
            GZIP                               | gzip
            """)
    void negotiatesContentEncoding(String accepted, String encoding) throws Exception {
        var plain = get(JAPANESE, Map.of());
        // The second request is served by the fast path.
        for (int i = 0; i < 2; i++) {
            var response = get(JAPANESE, accepted.isEmpty() ? Map.of() : Map.of("Accept-Encoding", accepted));
            assertThat(response.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(encoding);
            assertThat(response.headers().allValues("Vary")).containsExactly("Accept-Encoding");
            assertThat(decode(response.body(), encoding)).isEqualTo(plain.body());
            assertThat(response.headers().firstValue("ETag").orElseThrow())
                    .isEqualTo("\"" + Digest.of(plain.body()) + (encoding.isEmpty() ? "" : "-" + encoding) + "\"");
        }
    }

    @Test
    void linksToImmutableRelease() throws Exception {
        var link = get(JAPANESE, Map.of()).headers().firstValue("Link").orElseThrow();
        assertThat(link).isEqualTo("</v1/catalogs/exchange/releases/1/bundles/ja>; rel=\"memento\"");
        var pinned = get(EXCHANGE + "/releases/1/bundles/ja", Map.of());
        assertThat(pinned.body()).isEqualTo(get(JAPANESE, Map.of()).body());
        assertThat(pinned.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(pinned.headers().firstValue("Link")).contains("</v1/catalogs/exchange/bundles/ja>; rel=\"latest-version\"");
    }

    @Test
    void allowsCrossOriginReadsOnly() throws Exception {
        assertThat(get(JAPANESE, Map.of("Origin", "https://shop.example")).headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(get(EXCHANGE + "/messages/-1015", Map.of("Origin", "https://shop.example")).headers()
                .allValues("Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(sendPreflight(JAPANESE, "GET")).contains("*");
        assertThat(sendPreflight(EXCHANGE + "/render", "POST")).contains("*");
        assertThat(sendPreflight(EXCHANGE + "/channels/production", "PUT")).isEmpty();
        assertThat(sendPreflight(EXCHANGE + "/releases", "POST")).isEmpty();
    }

    @Test
    void returnsSeveralLocales() throws Exception {
        var response = get(EXCHANGE + "/bundles?locales=ja,de", Map.of("Accept-Encoding", "gzip"));
        var bundles = JSON.readTree(decode(response.body(), "gzip")).get("bundles");
        assertThat(bundles).extracting(it -> it.get("locale").asText()).containsExactly("ja", "de");
        assertThat(bundles.get(0)).isEqualTo(json(JAPANESE));
        var tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get(EXCHANGE + "/bundles?locales=ja,de", Map.of("Accept-Encoding", "gzip", "If-None-Match", tag)).statusCode())
                .isEqualTo(304);
    }

    @Test
    void returnsLocaleOfSeveralTagsOnce() throws Exception {
        var aliases = "en-US,en-GB,en-AU,en-CA,en-IN,en-IE,en-NZ,en-ZA,en-SG,en-HK,en-MT,en-PH,en-PK,en-NG,en-KE,en-JM,en-TT,en-BZ,en-BB,"
                + "en-GH,en-GI,en-GU,en-GY,en-IL,en-KY,en-LR,en-MO,en-MU,en-MW,en-MY,en-NA,en-PR,en-RW,en-SC,en-SL,en-SZ,en-TC,en-TZ,en-UG,"
                + "en-VC,en-VG,en-VI,en-WS,en-ZM,en-ZW,en-BM";
        var single = get(EXCHANGE + "/bundles?locales=de,en", Map.of());
        var response = get(EXCHANGE + "/bundles?locales=de,en," + aliases, Map.of());
        assertThat(JSON.readTree(response.body()).get("bundles")).extracting(it -> it.get("locale").asText()).containsExactly("de", "en");
        assertThat(response.body()).isEqualTo(single.body());
        assertThat(response.headers().firstValue("ETag")).isEqualTo(single.headers().firstValue("ETag"));
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
    }

    @Test
    void combinesPseudoLocales() throws Exception {
        var bundles = json(EXCHANGE + "/bundles?locales=en-XA,ja,en-XA").get("bundles");
        assertThat(bundles).extracting(it -> it.get("locale").asText()).containsExactly("en-XA", "ja");
    }

    @Test
    void rejectsUnknownLocalesAmongSeveral() throws Exception {
        assertThat(get(EXCHANGE + "/bundles?locales=ja,xx", Map.of()).statusCode()).isEqualTo(404);
        assertThat(get(EXCHANGE + "/bundles?locales=en-XA,xx", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void rejectsCombinedBundlesOver64MiB() throws Exception {
        var name = new CatalogName("exchange");
        var channels = snapshots.channels(name);
        var tags = List.of("en", "ar", "cs", "da", "de", "es", "fr", "it", "ja", "ko", "pl", "ru", "tr", "uk", "vi", "zh");
        var large = LargeSnapshots.inPlaceOf(channels.get("production"), tags.stream().map(LocaleTag::parse).toList(), 4_400_000);
        snapshots.install(Map.of(name, new TreeMap<>(Map.of("production", large))));
        try {
            var response = get(EXCHANGE + "/bundles?locales=" + String.join(",", tags), Map.of());
            assertThat(response.statusCode()).isEqualTo(422);
            var problem = JSON.readTree(response.body());
            assertThat(problem.get("code").asText()).isEqualTo("response-too-large");
            assertThat(problem.get("arguments").get("limit").asLong()).isEqualTo(64 * 1024 * 1024);
            assertThat(usage.rejections(ResourceLimit.COMBINED_BUNDLES)).isEqualTo(1);
            var accepted = get(EXCHANGE + "/bundles?locales=" + String.join(",", tags.subList(0, 15)), Map.of("Accept-Encoding", "gzip"));
            assertThat(decode(accepted.body(), "gzip")).hasSizeGreaterThan(15 * 4_400_000);
            assertReleasedAfterDisconnection("/" + EXCHANGE + "/bundles?locales=" + String.join(",", tags.subList(0, 15)));
        } finally {
            snapshots.install(Map.of(name, channels));
        }
    }

    /** A client that reads nothing holds its permit, and no longer than its connection. */
    private void assertReleasedAfterDisconnection(String path) throws Exception {
        await(() -> usage.used(ResourceLimit.COMPRESSED_STREAMS) == 0);
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            // Repeated bytes compress so well that the whole response would fit into the buffers of the connection.
            var requests = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n").repeat(100);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            await(() -> usage.used(ResourceLimit.COMPRESSED_STREAMS) == 1);
        }
        await(() -> usage.used(ResourceLimit.COMPRESSED_STREAMS) == 0);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void sendsNoBodyForHead() throws Exception {
        for (var path : List.of(JAPANESE + "?prefix=-11", EXCHANGE + "/bundles?locales=ja,de", EXCHANGE + "/bundles/ja-JP")) {
            for (var encoding : List.of("gzip", "identity")) {
                var full = get(path, Map.of("Accept-Encoding", encoding));
                var head = send(HttpRequest.newBuilder(service.resolve(path)).method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .header("Accept-Encoding", encoding));
                assertThat(head.statusCode()).isEqualTo(200);
                assertThat(head.body()).isEmpty();
                assertThat(head.headers().firstValue("ETag")).isEqualTo(full.headers().firstValue("ETag"));
            }
        }
    }

    @Test
    void returnsPrecomputedBundleForUnknownBase() throws Exception {
        for (var encoding : List.of("identity", "gzip", "br", "zstd")) {
            var whole = get(JAPANESE, Map.of("Accept-Encoding", encoding));
            for (int i = 0; i < 3; i++) {
                var response = get(JAPANESE + "?since=77", Map.of("Accept-Encoding", encoding));
                assertThat(response.headers().firstValue("ETag")).isEqualTo(whole.headers().firstValue("ETag"));
                assertThat(response.body()).isEqualTo(whole.body());
            }
        }
    }

    @Test
    void derivesSameBytesBeforeAndAfterCaching() throws Exception {
        for (var query : List.of("?prefix=-1", "?tag=rate-limit&prefix=-1", "?since=1&prefix=-1")) {
            for (var encoding : List.of("gzip", "br", "zstd")) {
                var responses = new ArrayList<HttpResponse<byte[]>>();
                for (int i = 0; i < 4; i++) {
                    responses.add(get(JAPANESE + query, Map.of("Accept-Encoding", encoding)));
                }
                assertThat(responses).allSatisfy(it -> {
                    assertThat(it.headers().firstValue("Content-Encoding")).contains(encoding);
                    assertThat(it.body()).isEqualTo(responses.get(0).body());
                    assertThat(it.headers().firstValue("ETag").orElseThrow())
                            .isEqualTo("\"" + Digest.of(decode(it.body(), encoding)) + "-" + encoding + "\"");
                });
            }
        }
    }

    @Test
    void releasesEverythingAfterResponses() throws Exception {
        get(JAPANESE + "?prefix=-11", Map.of());
        get(EXCHANGE + "/bundles?locales=ja,de", Map.of("Accept-Encoding", "gzip"));
        get(EXCHANGE + "/releases/1/bundles/ja", Map.of());
        for (var limit : List.of(ResourceLimit.DERIVED_RESPONSES, ResourceLimit.COMPRESSED_STREAMS, ResourceLimit.DERIVATION_QUEUE,
                ResourceLimit.STORED_BUNDLE_QUEUE)) {
            await(() -> usage.used(limit) == 0);
        }
    }

    @Test
    void filtersByPrefix() throws Exception {
        var messages = json(JAPANESE + "?prefix=-11").get("messages");
        assertThat(messages.fieldNames()).toIterable().isNotEmpty().allMatch(it -> it.startsWith("-11"));
        assertThat(messages.get("-1130")).isEqualTo(json(JAPANESE).get("messages").get("-1130"));
    }

    @Test
    void filtersByTag() throws Exception {
        var filtered = json(JAPANESE + "?tag=rate-limit");
        var whole = json(JAPANESE).get("messages");
        assertThat(filtered.get("messages").fieldNames()).toIterable().containsExactly("-1015", "-3145", "0003");
        assertThat(filtered.get("messages").fields()).toIterable().allMatch(it -> it.getValue().equals(whole.get(it.getKey())));
        assertThat(json(JAPANESE + "?tag=rate-limit&prefix=-3").get("messages").fieldNames()).toIterable().containsExactly("-3145");
        assertThat(json(JAPANESE + "?tag=rate-limit&since=1").get("changed")).isEmpty();
        assertThat(json(JAPANESE + "?tag=rate-limit&since=99").get("messages")).hasSize(3);
        assertThat(json(EXCHANGE + "/bundles/en-XA?tag=rate-limit").get("messages")).hasSize(3);
    }

    @Test
    void returnsNothingForUnusedTag() throws Exception {
        var response = get(JAPANESE + "?tag=nobody", Map.of());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).get("messages")).isEmpty();
        assertThat(get(JAPANESE + "?tag=nobody", Map.of("If-None-Match", response.headers().firstValue("ETag").orElseThrow())).statusCode())
                .isEqualTo(304);
        assertThat(json(JAPANESE).get("messages")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "formatjs", "i18next", "printf"})
    void servesClientFormats(String format) throws Exception {
        var messages = json(JAPANESE + "?format=" + format);
        assertThat(messages.get("-1130").asText()).isNotEmpty();
    }

    @Test
    void reportsLossyKeys() throws Exception {
        assertThat(get(EXCHANGE + "/bundles/de?format=json", Map.of()).headers().firstValue("Parlance-Lossy")).isEmpty();
        var properties = get(EXCHANGE + "/bundles/de?format=properties", Map.of());
        assertThat(properties.headers().firstValue("Parlance-Lossy").orElseThrow()).startsWith("\"");
        assertThat(properties.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(new String(properties.body(), StandardCharsets.UTF_8)).contains("-1130=");
    }

    @Test
    void combinesFormatWithOtherParameters() throws Exception {
        assertThat(json(JAPANESE + "?format=i18next&prefix=-1130").fieldNames()).toIterable().containsExactly("-1130");
        var orders = json(JAPANESE + "?tag=order");
        assertThat(json(JAPANESE + "?format=json&tag=order")).isEqualTo(orders.get("messages")).isNotEmpty();
        assertThat(json(JAPANESE + "?format=json&tag=order&prefix=-1130&fallback=full&channel=production").size()).isLessThanOrEqualTo(1);
        var changes = json(JAPANESE + "?format=i18next&since=1");
        assertThat(changes.get("since").asInt()).isEqualTo(1);
        assertThat(changes.get("changed")).isEmpty();
        assertThat(changes.get("removed")).isEmpty();
        assertThat(json(JAPANESE + "?format=i18next&since=99")).isEqualTo(json(JAPANESE + "?format=i18next"));
        assertThat(json(JAPANESE + "?format=formatjs&tags=rich").size()).isEqualTo(json(JAPANESE + "?format=formatjs").size());
    }

    @Test
    void returnsSeveralLocalesInClientFormat() throws Exception {
        var response = get(EXCHANGE + "/bundles?locales=ja,de,de-AT&format=printf", Map.of());
        var bundles = JSON.readTree(response.body()).get("bundles");
        assertThat(bundles).extracting(it -> it.get("locale").asText()).containsExactly("ja", "de");
        assertThat(bundles.get(0).get("messages")).isEqualTo(json(JAPANESE + "?format=printf"));
        assertThat(bundles.get(0).get("lossy")).extracting(JsonNode::asText).contains("-1015");
        assertThat(bundles.get(0).has("missing")).isFalse();
        var tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get(EXCHANGE + "/bundles?locales=ja,de&format=printf", Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
        assertThat(get(EXCHANGE + "/bundles?locales=ja,de&format=json", Map.of("If-None-Match", tag)).statusCode()).isEqualTo(200);
        assertThat(get(EXCHANGE + "/bundles?locales=ja,de&format=properties", Map.of()).statusCode()).isEqualTo(400);
        var selected = json(EXCHANGE + "/bundles?locales=ja,de&prefix=-1130").get("bundles");
        assertThat(selected.get(1)).isEqualTo(json(EXCHANGE + "/bundles/de?prefix=-1130"));
    }

    /** Clients format by the rules of the locale that they asked for: numbers look different in de-AT. */
    @Test
    void judgesLossesForEachRequestedLocale() throws Exception {
        var german = lossyKeys("de");
        var austrian = lossyKeys("de-AT");
        assertThat(austrian).isNotEqualTo(german);
        var expected = new TreeSet<>(german);
        expected.addAll(austrian);
        assertThat(lossyKeys("de,de-AT")).isEqualTo(expected);
        assertThat(lossyKeys("de-AT,de")).isEqualTo(expected);
    }

    private SortedSet<String> lossyKeys(String locales) throws Exception {
        var bundles = json(EXCHANGE + "/bundles?locales=" + locales + "&format=formatjs").get("bundles");
        assertThat(bundles).hasSize(1);
        var keys = new TreeSet<String>();
        bundles.get(0).path("lossy").forEach(it -> keys.add(it.asText()));
        return keys;
    }

    @Test
    void includesDetails() throws Exception {
        var bundle = json(JAPANESE + "?include=description,code&prefix=-1015");
        var details = bundle.get("details").get("-1015");
        assertThat(details.fieldNames()).toIterable().containsExactly("code", "description");
        assertThat(details.get("code").asText()).isEqualTo("-1015");
        assertThat(details.get("description").asText()).isNotEmpty();
        assertThat(bundle.get("messages")).isEqualTo(json(JAPANESE + "?prefix=-1015").get("messages"));
        var all = json(JAPANESE + "?include=reason,advice");
        assertThat(all.get("details").size()).isEqualTo(json(JAPANESE).get("messages").size());
        assertThat(all.get("details").get("-1015").get("reason").asText()).isEqualTo("TOO_MANY_NEW_ORDERS");
        assertThat(json(EXCHANGE + "/releases/1/bundles/ja?include=reason,advice")).isEqualTo(all);
        assertThat(json(JAPANESE).has("details")).isFalse();
    }

    @Test
    void convertsBundlesOfReleases() throws Exception {
        var pinned = get(EXCHANGE + "/releases/1/bundles/ja?format=i18next", Map.of());
        assertThat(pinned.body()).isEqualTo(get(JAPANESE + "?format=i18next", Map.of()).body());
        assertThat(pinned.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        var properties = get(EXCHANGE + "/releases/1/bundles/de?format=properties&prefix=-1015", Map.of());
        assertThat(properties.headers().firstValue("Parlance-Lossy")).contains("\"-1015\"");
        assertThat(properties.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(json(EXCHANGE + "/releases/1/bundles/ja?tag=order")).isEqualTo(json(JAPANESE + "?tag=order"));
        assertThat(get(EXCHANGE + "/releases/1/bundles/ja-JP?format=json", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void judgesLossesForRequestedLocale() throws Exception {
        var german = json(EXCHANGE + "/bundles/de/loss?format=formatjs");
        assertThat(german.get("losses")).isEmpty();
        var response = get(EXCHANGE + "/bundles/de-AT?format=formatjs", Map.of());
        assertThat(response.headers().firstValue("Parlance-Lossy").orElseThrow()).contains("\"-1015\"");
        assertThat(response.headers().firstValue("Content-Language")).contains("de");
        assertThat(get(EXCHANGE + "/bundles/de?format=formatjs", Map.of()).headers().firstValue("Parlance-Lossy")).isEmpty();
        assertThat(get(EXCHANGE + "/bundles/de-DE?format=formatjs", Map.of()).headers().firstValue("Parlance-Lossy")).isEmpty();
        assertThat(get(EXCHANGE + "/bundles/ar-EG?format=i18next", Map.of()).headers().firstValue("Parlance-Lossy").orElseThrow())
                .contains("\"-1015\"");
        var austrian = json(EXCHANGE + "/bundles/de-AT/loss?format=formatjs");
        assertThat(austrian.get("requestedLocale").asText()).isEqualTo("de-AT");
        assertThat(austrian.get("losses")).anySatisfy(it -> assertThat(it).isEqualTo(
                JSON.readTree("{\"key\":\"-1015\",\"reason\":\"number-rules\",\"argument\":\"limit\"}")));
    }

    @Test
    void listsAllLossesAsText() throws Exception {
        var response = get(EXCHANGE + "/bundles/de/loss?format=printf&as=text", Map.of());
        assertThat(response.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("text/plain;charset=UTF-8");
        var lines = new String(response.body(), StandardCharsets.UTF_8).split("\n");
        assertThat(lines).contains("-1015\tnumber-style\tlimit");
        assertThat(lines).hasSameSizeAs(json(EXCHANGE + "/bundles/de/loss?format=printf").get("losses"));
        var tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(get(EXCHANGE + "/bundles/de/loss?format=printf&as=text", Map.of("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?format=xml              | 400 | invalid-parameter
            ?since=0                 | 400 | invalid-parameter
            ?since=x                 | 400 | invalid-parameter
            ?since=1&format=properties | 400 | invalid-parameter
            ?tags=rich               | 400 | invalid-parameter
            ?include=text            | 400 | invalid-parameter
            ?include=code&format=json | 400 | invalid-parameter
            ?include=code&since=1    | 400 | invalid-parameter
            ?tags=plain&format=formatjs | 400 | invalid-parameter
            ?tags=rich&format=json   | 400 | invalid-parameter
            ?tag=Order               | 400 | invalid-parameter
            ?tag=                    | 400 | missing-parameter
            ?tag=a%20b               | 400 | invalid-parameter
            ?tag=order-              | 400 | invalid-parameter
            ?tag=order&tag=filter    | 400 | repeated-parameter
            /loss?format=json&as=xml | 400 | invalid-parameter
            /loss                    | 400 | missing-parameter
            /loss?format=xml         | 400 | invalid-parameter
            /loss?format=json&since=1 | 400 | unknown-parameter
            ?channel=nowhere         | 404 | unknown-channel
            ?unknown=1               | 400 | unknown-parameter
            """)
    void rejectsInvalidQueries(String query, int status, String code) throws Exception {
        for (int i = 0; i < 2; i++) {
            var response = get(JAPANESE + query, Map.of());
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(JSON.readTree(response.body()).get("code").asText()).isEqualTo(code);
        }
    }

    private List<String> sendPreflight(String path, String method) throws Exception {
        return send(HttpRequest.newBuilder(service.resolve(path)).method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://shop.example").header("Access-Control-Request-Method", method))
                .headers().allValues("Access-Control-Allow-Origin");
    }

    private JsonNode json(String path) throws Exception {
        var response = get(path, Map.of());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<byte[]> get(String path, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(service.resolve(path));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] decode(byte[] bytes, String encoding) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        return switch (encoding) {
            case "gzip" -> new GZIPInputStream(in).readAllBytes();
            case "br" -> new BrotliInputStream(in).readAllBytes();
            case "zstd" -> new ZstdInputStream(in).readAllBytes();
            default -> bytes;
        };
    }
}
