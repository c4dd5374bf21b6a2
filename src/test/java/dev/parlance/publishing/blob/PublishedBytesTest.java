package dev.parlance.publishing.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aayushatharva.brotli4j.decoder.Decoder;
import com.github.luben.zstd.Zstd;
import dev.parlance.publishing.blob.CompressedBlob.UncompressedBlob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests and compression of published bytes. */
class PublishedBytesTest {

    /** The digests of {@code printf '…' | sha256sum}. */
    @ParameterizedTest
    @CsvSource({
        "'',e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    })
    void digestsBytesWithSha256(String text, String hex) {
        assertThat(Digest.of(text.getBytes(StandardCharsets.UTF_8))).hasToString(hex);
    }

    @Test
    void digestsDifferentListsDifferently() {
        var lists = List.of(List.<String>of(), List.of(""), List.of("", ""), List.of("ab"), List.of("a", "b"), List.of("1:a"),
                List.of("a1:", "b"), List.of("مرحبا"), List.of("żółć"), List.of("日本"), List.of("日", "本"));
        assertThat(lists.stream().map(Digest::of)).doesNotHaveDuplicates();
        assertThat(Digest.of(List.of("日", "本"))).isEqualTo(Digest.of(Arrays.asList("日", "本")));
    }

    @ParameterizedTest
    @MethodSource("dev.parlance.publishing.blob.ContentEncoding#availableEncodings")
    void decompressesToSameBytes(ContentEncoding encoding) throws IOException {
        for (var text : List.of("", "a", "مرحبا żółć 日本 😀".repeat(100), "x".repeat(2 << 20))) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(decompress(encoding, encoding.compress(bytes), bytes.length)).isEqualTo(bytes);
            assertThat(decompress(encoding, encoding.compressFast(bytes), bytes.length)).isEqualTo(bytes);
            assertThat(encoding.compressFast(bytes)).isEqualTo(encoding.compressFast(bytes));
        }
    }

    @ParameterizedTest
    @EnumSource(ContentEncoding.class)
    void findsEncodingByToken(ContentEncoding encoding) {
        assertThat(ContentEncoding.fromToken(encoding.token())).isEqualTo(encoding);
        assertThat(ContentEncoding.findByToken(encoding.token().toUpperCase(Locale.ROOT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "deflate", "日本"})
    void findsNoEncodingByUnknownToken(String token) {
        assertThat(ContentEncoding.findByToken(token)).isEmpty();
        assertThatThrownBy(() -> ContentEncoding.fromToken(token)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(token);
    }

    @Test
    void compressesEachBlobWithItsEncodings() {
        var blobs = CompressedBlob.compressAll(List.of(uncompressed("żółć", List.of(ContentEncoding.GZIP)), uncompressed("", List.of()),
                uncompressed("日本", List.of(ContentEncoding.ZSTD, ContentEncoding.GZIP))));
        assertThat(blobs).extracting(it -> it.encodings().keySet()).containsExactly(Set.of(ContentEncoding.GZIP), Set.of(),
                Set.of(ContentEncoding.ZSTD, ContentEncoding.GZIP));
        assertThat(blobs).extracting(CompressedBlob::length).containsExactly(8, 0, 6);
        var last = blobs.get(2);
        assertThat(GzipBlobs.decompressVerified(last.encodings().get(ContentEncoding.GZIP), last.digest())).asString(StandardCharsets.UTF_8)
                .isEqualTo("日本");
        assertThat(CompressedBlob.compressAll(List.of())).isEmpty();
    }

    @Test
    void rejectsDamagedBlobs() {
        var digest = Digest.of("a".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> GzipBlobs.decompressVerified(ContentEncoding.GZIP.compress(new byte[] {'b'}), digest))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining(digest.hex());
        assertThatThrownBy(() ->
                GzipBlobs.decompressVerified(new byte[] {1, 2, 3},
                digest)).isInstanceOf(UncheckedIOException.class).hasMessageContaining(digest.hex());
    }

    private static UncompressedBlob uncompressed(String text, List<ContentEncoding> encodings) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new UncompressedBlob(Digest.of(bytes), bytes, encodings);
    }

    private static byte[] decompress(ContentEncoding encoding, byte[] bytes, int length) throws IOException {
        switch (encoding) {
            case BROTLI:
                return Decoder.decompress(bytes).getDecompressedData();
            case ZSTD:
                return Zstd.decompress(bytes, length);
            default:
                try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    return in.readAllBytes();
                }
        }
    }
}
