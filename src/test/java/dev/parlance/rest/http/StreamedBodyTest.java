package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedBodyTest {
    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, StreamedBody.SLICE_SIZE - 1, StreamedBody.SLICE_SIZE, StreamedBody.SLICE_SIZE + 1, 1_000_000})
    void sendsAllBytesInSlices(int size) throws IOException {
        var first = randomBytes(size);
        var second = randomBytes(10);
        var body = StreamedBody.of(List.of(first, new byte[0], second));
        assertThat(body.length()).hasValue(size + 10L);
        assertThat(read(body)).isEqualTo(concatenate(first, second));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(read(StreamedBody.gzip(List.of(first, second))))).readAllBytes())
                .isEqualTo(concatenate(first, second));
        assertThat(StreamedBody.gzip(List.of(first)).length()).isEmpty();
    }

    @Test
    void compresses() throws IOException {
        assertThat(read(StreamedBody.gzip(List.of(new byte[1_000_000]))).length).isLessThan(10_000);
    }

    private static byte[] read(StreamedBody body) throws IOException {
        var all = Buffer.buffer();
        try (var slices = body.slices()) {
            for (var slice = slices.next(); slice != null; slice = slices.next()) {
                assertThat(slice.length()).isBetween(1, 2 * StreamedBody.SLICE_SIZE);
                all.appendBuffer(slice);
            }
        }
        return all.getBytes();
    }

    private byte[] randomBytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] concatenate(byte[] first, byte[] second) {
        return Buffer.buffer().appendBytes(first).appendBytes(second).getBytes();
    }
}
