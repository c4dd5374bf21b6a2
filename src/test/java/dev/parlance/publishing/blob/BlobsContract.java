package dev.parlance.publishing.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.PortContract;
import dev.parlance.publishing.release.PublishingPorts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The behavior that all stores of blobs share. */
public abstract class BlobsContract extends PortContract {

    protected abstract PublishingPorts publishing();

    @ParameterizedTest
    @ValueSource(strings = {"", "żółw", "رسائل", "注文 😀", "{\"a\":1}"})
    public void returnsBytesAsAdded(String document) {
        var blob = compress(document, List.of(ContentEncoding.GZIP));
        add(blob);
        assertThat(rows.call(() -> publishing().blobs().get(blob.digest()))).asString(StandardCharsets.UTF_8).isEqualTo(document);
        assertThat(rows.call(() -> publishing().blobs().contains(blob.digest()))).isTrue();
    }

    @Test
    public void returnsAllEncodings() {
        var blob = compress(UUID.randomUUID().toString(), ContentEncoding.availableEncodings());
        add(blob);
        var encodings = rows.call(() -> publishing().blobs().encodings(blob.digest()));
        assertThat(encodings.keySet()).containsExactlyInAnyOrderElementsOf(ContentEncoding.availableEncodings());
        encodings.forEach((encoding, bytes) -> assertThat(bytes).as(encoding.token()).isEqualTo(blob.encodings().get(encoding)));
    }

    @Test
    public void keepsFirstBytesOfADigest() {
        var blob = compress(UUID.randomUUID().toString(), List.of(ContentEncoding.GZIP));
        add(blob);
        add(new CompressedBlob(blob.digest(), 0, Map.of(ContentEncoding.GZIP, new byte[0])));
        assertThat(rows.call(() -> publishing().blobs().encodings(blob.digest())).get(ContentEncoding.GZIP))
                .isEqualTo(blob.encodings().get(ContentEncoding.GZIP));
    }

    @Test
    public void failsForUnknownDigest() {
        var unknown = Digest.of(List.of(UUID.randomUUID().toString()));
        assertThat(rows.call(() -> publishing().blobs().contains(unknown))).isFalse();
        assertThat(rows.call(() -> publishing().blobs().encodings(unknown))).isEmpty();
        assertThatThrownBy(() ->
                rows.call(() ->
                publishing().blobs().get(unknown))).isInstanceOf(IllegalStateException.class).hasMessageContaining(unknown.hex());
    }

    @Test
    public void failsIfBytesDoNotMatchDigest() {
        var blob = compress(UUID.randomUUID().toString(), List.of(ContentEncoding.GZIP));
        var other = Digest.of(List.of(blob.digest().hex()));
        add(new CompressedBlob(other, blob.length(), blob.encodings()));
        assertThatThrownBy(() ->
                rows.call(() ->
                publishing().blobs().get(other))).isInstanceOf(IllegalStateException.class).hasMessageContaining("damaged blob");
    }

    private void add(CompressedBlob... blobs) {
        rows.run(() -> Arrays.stream(blobs).forEach(publishing().blobs()::add));
    }

    private static CompressedBlob compress(String document, List<ContentEncoding> encodings) {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        return CompressedBlob.compressAll(List.of(new CompressedBlob.UncompressedBlob(Digest.of(bytes), bytes, encodings))).get(0);
    }
}
