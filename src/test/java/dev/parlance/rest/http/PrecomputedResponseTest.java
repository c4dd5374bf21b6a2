package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.memory.EncodedBundle;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecomputedResponseTest {
    private static final byte[] IDENTITY = "{\"a\":\"日本\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] GZIPPED = {1, 2, 3};
    private static final String DIGEST = Digest.of(IDENTITY).hex();

    private final PrecomputedResponse precomputed = new PrecomputedResponse(
            new EncodedBundle(Digest.of(IDENTITY), LocaleTag.parse("ja"), IDENTITY, Map.of(ContentEncoding.GZIP, GZIPPED), Set.of()),
            "application/json", Map.of("Cache-Control", "public, max-age=5"));
    private final FakeResponse response = new FakeResponse();

    @Test
    void sendsEncodingThatClientAccepts() {
        assertThat(send("br, gzip", null)).isEqualTo(200);
        assertThat(response.body()).isEqualTo(GZIPPED);
        assertThat(header("Content-Encoding")).isEqualTo("gzip");
        assertThat(header("Content-Type")).isEqualTo("application/json");
        assertThat(header("ETag")).isEqualTo("\"" + DIGEST + "-gzip\"");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-", "br", "gzip;q=0", "''"})
    void fallsBackToIdentityEncoding(@Nullable String acceptEncoding) {
        assertThat(send(acceptEncoding, null)).isEqualTo(200);
        assertThat(response.body()).isEqualTo(IDENTITY);
        assertThat(header("Content-Encoding")).isNull();
        assertThat(header("ETag")).isEqualTo("\"" + DIGEST + "\"");
    }

    @Test
    void countsBodiesOnRequest() {
        send("gzip", null);
        assertThat(response.isBodyCounted()).isFalse();
        for (var encoding : List.of("gzip", "identity")) {
            precomputed.withCountedBodies().send(response.asVertx(), encoding, null, Optional.empty());
            assertThat(response.isBodyCounted()).isTrue();
            assertThat(response.body()).isEqualTo(encoding.equals("gzip") ? GZIPPED : IDENTITY);
        }
    }

    @Test
    void alwaysSendsVary() {
        send(null, null);
        assertThat(header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(header("Cache-Control")).isEqualTo("public, max-age=5");
    }

    @Test
    void sendsNoBodyIfClientHasTheSameEncoding() {
        assertThat(send("gzip", "\"" + DIGEST + "-gzip\"")).isEqualTo(304);
        assertThat(response.status()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.isEnded()).isTrue();
        assertThat(header("ETag")).isEqualTo("\"" + DIGEST + "-gzip\"");
        assertThat(header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(header("Content-Type")).isNull();
        assertThat(header("Content-Encoding")).isNull();
    }

    /** A 304 must have the tag of the client's copy, or the client would not find it. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"gzip,'',''", "-,-gzip,-gzip", "br,-gzip,-gzip", "gzip,-gzip,-gzip", "-,-br,''", "gzip,-br,-gzip",
            "gzip,-zstd,-gzip", "-,--gzip,''"})
    void sendsNoBodyIfClientHasAnotherEncoding(@Nullable String acceptEncoding, String suffix, String tagOfResponse) {
        var tag = "\"" + DIGEST + suffix + "\"";
        assertThat(send(acceptEncoding, tag)).isEqualTo(304);
        assertThat(header("ETag")).isEqualTo("\"" + DIGEST + tagOfResponse + "\"");
        assertThat(precomputed.toResponse(acceptEncoding, tag).getStatus()).isEqualTo(304);
        assertThat(precomputed.toResponse(acceptEncoding, tag).getHeaderString("ETag")).isEqualTo(header("ETag"));
    }

    @Test
    void sendsBodyIfClientHasOtherContent() {
        assertThat(send("gzip", "\"" + DIGEST.substring(1) + "-gzip\"")).isEqualTo(200);
        assertThat(response.body()).isEqualTo(GZIPPED);
    }

    @Test
    void keepsVaryOfHeaders() {
        new PrecomputedResponse(new EncodedBundle(Digest.of(IDENTITY), LocaleTag.parse("ja"), IDENTITY, Map.of(), Set.of()),
                "application/json", Map.of("Vary", "Accept-Language")).send(response.asVertx(), null, null, Optional.empty());
        assertThat(response.headers().getAll("Vary")).containsExactly("Accept-Language");
    }

    @Test
    void reportsStalenessInSeconds() {
        precomputed.send(response.asVertx(), null, null, Optional.of(Duration.ofMillis(7999)));
        assertThat(header("Parlance-Stale")).isEqualTo("7");
    }

    @Test
    void respondsTheSameThroughJakartaRest() {
        var full = precomputed.toResponse("gzip", null);
        assertThat(full.getStatus()).isEqualTo(200);
        assertThat(bytes(full.getEntity())).isEqualTo(GZIPPED);
        assertThat(full.getHeaderString("Content-Encoding")).isEqualTo("gzip");
        var notModified = precomputed.toResponse(null, "W/\"" + DIGEST + "\"");
        assertThat(notModified.getStatus()).isEqualTo(304);
        assertThat(notModified.getEntity()).isNull();
        assertThat(notModified.getHeaderString("ETag")).isEqualTo("\"" + DIGEST + "\"");
    }

    @Test
    void combinesCompressedOrNot() throws IOException {
        var compressed = combine("gzip", null, true);
        assertThat(compressed.getHeaderString("ETag")).isEqualTo("\"" + DIGEST + "-gzip\"");
        assertThat(compressed.getHeaderString("Content-Encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes(compressed.getEntity()))).readAllBytes()).isEqualTo(IDENTITY);
        for (var identity : List.of(combine("gzip", null, false), combine("br", null, true), combine(null, null, true))) {
            assertThat(identity.getHeaderString("ETag")).isEqualTo("\"" + DIGEST + "\"");
            assertThat(identity.getHeaderString("Content-Encoding")).isNull();
            assertThat(identity.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
            assertThat(bytes(identity.getEntity())).isEqualTo(IDENTITY);
        }
    }

    @Test
    void respondsNotModifiedToMatchingTags() {
        assertThat(combine("gzip", "\"" + DIGEST + "-gzip\"", false).getStatus()).isEqualTo(304);
        assertThat(combine("gzip", "\"" + DIGEST + "\"", true).getStatus()).isEqualTo(304);
        assertThat(combine(null, "\"" + DIGEST + "\"", true).getStatus()).isEqualTo(304);
        assertThat(combine(null, "\"" + DIGEST + "-gzip\"", true).getHeaderString("ETag")).isEqualTo("\"" + DIGEST + "-gzip\"");
        assertThat(combine(null, "\"" + DIGEST + "-br\"", true).getStatus()).isEqualTo(304);
        assertThat(combine(null, "\"" + DIGEST + "x\"", true).getStatus()).isEqualTo(200);
    }

    private static RestResponse<StreamedBody> combine(@Nullable String acceptEncoding, @Nullable String ifNoneMatch, boolean compress) {
        return PrecomputedResponse.combine(Digest.of(IDENTITY), List.of(IDENTITY), "application/json", Map.of(), acceptEncoding,
                ifNoneMatch, () -> compress);
    }

    private static byte[] bytes(StreamedBody body) {
        var all = Buffer.buffer();
        var slices = body.slices();
        for (var slice = slices.next(); slice != null; slice = slices.next()) {
            all.appendBuffer(slice);
        }
        return all.getBytes();
    }

    private int send(@Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
        return precomputed.send(response.asVertx(), acceptEncoding, ifNoneMatch, Optional.empty());
    }

    private @Nullable String header(String name) {
        return response.headers().get(name);
    }
}
