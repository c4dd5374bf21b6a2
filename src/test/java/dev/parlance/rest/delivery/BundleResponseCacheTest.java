package dev.parlance.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.rest.RawHttp;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.RequestValidation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Responses are identical on both paths.
 *
 * <p>Each request is sent with an empty cache and with a filled one, and the bytes are compared.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class BundleResponseCacheTest {
    private static final String ADDRESS = "/v1/catalogs/exchange/bundles/ja";

    @TestHTTPResource("/")
    URI service;
    @Inject
    SnapshotRegistry snapshots;
    @Inject
    BundleResponseCache cache;
    @Inject
    ResourceUsage usage;

    @BeforeEach
    void awaitReady() {
        ShippedCatalogsReady.await(snapshots);
    }

    static Stream<Arguments> requests() {
        var encodings = List.of("", "gzip", "br", "zstd", "gzip;q=0, *", "identity", "*;q=0", "nonsense");
        var entityTags = List.of("", "TAG", "W/TAG", "*", "\"other\", TAG", "TAG,TAG", "\"other\"", "'wrong'", "TAG\"", " TAG ",
                "W/\"other\"");
        return Stream.of("GET", "HEAD").flatMap(method -> encodings.stream().flatMap(encoding ->
                entityTags.stream().map(it -> Arguments.of(method, encoding, it))));
    }

    @ParameterizedTest(name = "{0}, Accept-Encoding: {1}, If-None-Match: {2}")
    @MethodSource("requests")
    void answersConditionalRequestsAlikeOnBothPaths(String method, String encoding, String ifNoneMatch) throws IOException {
        var accepted = encoding.isEmpty() ? "" : "Accept-Encoding: " + encoding + "\r\n";
        var tag = ifNoneMatch.isEmpty() ? "" : "If-None-Match: " + ifNoneMatch.replace("TAG", entityTag(accepted)) + "\r\n";
        assertSameResponseOnBothPaths(method, accepted + tag);
    }

    static Stream<String> headers() {
        return Stream.of("Accept: text/plain", "Accept: application/json;q=0", "Accept: application/json", "Accept: text/html, */*;q=0.1",
                "Accept: nonsense", "Content-Length: 0", "Content-Length: 2\r\nContent-Type: application/json\r\n\r\n{}",
                "Content-Encoding: gzip", "Transfer-Encoding: chunked\r\n\r\n0",
                "X-Long: " + "x".repeat(RequestValidation.MAX_HEADER_BYTES),
                "Accept-Encoding: br\r\nAccept-Encoding: gzip", "If-None-Match: \"other\"\r\nIf-None-Match: *",
                "If-None-Match: \"a\"\r\nIf-None-Match: \"b\"", "Origin: https://example.org",
                "Range: bytes=0-9", "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT", "Accept-Language: de", "Expect: 100-continue");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void answersAlikeWithOtherHeaders(String headers) throws IOException {
        assertSameResponseOnBothPaths("GET", headers + "\r\n");
        assertSameResponseOnBothPaths("HEAD", headers + "\r\n");
    }

    @Test
    void servesCachedResponseUntilSnapshotsChange() throws IOException {
        var bytes = "kept".getBytes(StandardCharsets.UTF_8);
        var bundle = new EncodedBundle(Digest.of(bytes), LocaleTag.parse("ja"), bytes, Map.of(), Set.of());
        cache.put(snapshots.state(), url(""), new PrecomputedResponse(bundle, "application/json", Map.of()), 0);
        assertThat(send("GET", "")).endsWith("\n\nkept");
        assertThat(send("GET", "Accept: text/plain\r\n")).startsWith("HTTP/1.1 406");
        clearCache();
        assertThat(send("GET", "")).contains("\"messages\":");
    }

    @Test
    void boundsBytesOfFormats() throws IOException {
        long limit = ResourceLimit.FORMATTED_RESPONSES.value();
        var response = new PrecomputedResponse(EncodedBundle.compressFast(LocaleTag.parse("ja"), new byte[0], Set.of(), List.of()),
                "application/json", Map.of());
        clearCache();
        cache.put(snapshots.state(), url("?format=json"), response, limit);
        assertThat(usage.used(ResourceLimit.FORMATTED_RESPONSES)).isEqualTo(limit);
        cache.put(snapshots.state(), url("?format=printf"), response, 1);
        assertThat(RawHttp.exchange(service, "GET", ADDRESS + "?format=json", "")).endsWith("\n\n");
        assertThat(RawHttp.exchange(service, "GET", ADDRESS + "?format=printf", "")).contains("-1130");
        clearCache();
        cache.put(snapshots.state(), url(""), response, 0);
        assertThat(usage.used(ResourceLimit.FORMATTED_RESPONSES)).isZero();
        clearCache();
    }

    @Test
    void ignoresResponsesOfAnEarlierState() throws IOException {
        var state = snapshots.state();
        clearCache();
        var empty = EncodedBundle.compressFast(LocaleTag.parse("ja"), new byte[0], Set.of(), List.of());
        cache.put(state, url(""), new PrecomputedResponse(empty, "application/json", Map.of()), 0);
        assertThat(send("GET", "")).contains("\"messages\":");
    }

    private static BundleResponseCache.BundleUrl url(String query) {
        return new BundleResponseCache.BundleUrl(ADDRESS, query, new CatalogName("exchange"), LocaleTag.parse("ja"));
    }

    private void assertSameResponseOnBothPaths(String method, String headers) throws IOException {
        clearCache();
        var uncached = send(method, headers);
        // Fills the cache. The request above may have been rejected, and rejections are not cached.
        send("GET", "");
        assertThat(send(method, headers)).isEqualTo(uncached);
    }

    private void clearCache() {
        snapshots.install(Map.of());
    }

    private String entityTag(String accepted) throws IOException {
        return send("GET", accepted).lines().filter(it -> it.startsWith("etag: ")).findFirst().orElseThrow().substring("etag: ".length());
    }

    private String send(String method, String headers) throws IOException {
        return RawHttp.exchange(service, method, ADDRESS, headers);
    }
}
