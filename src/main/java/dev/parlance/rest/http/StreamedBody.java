package dev.parlance.rest.http;

import dev.parlance.publishing.blob.ContentEncoding;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A response body that is sent in slices, each after the client has received the previous one.
 *
 * <p>A response in a single buffer would be copied to memory outside the heap at once, even if the client reads slowly.
 */
public final class StreamedBody {
    /** Bounds the memory of slow clients. The event loop compresses a slice in less than a millisecond. */
    static final int SLICE_SIZE = 32 * 1024;

    private final List<byte[]> segments;
    private final boolean compressed;

    private StreamedBody(List<byte[]> segments, boolean compressed) {
        this.segments = segments;
        this.compressed = compressed;
    }

    /** Returns a body that consists of these segments. Callers must not modify them. */
    public static StreamedBody of(List<byte[]> segments) {
        return new StreamedBody(segments, false);
    }

    /** Returns a body that compresses these segments to gzip while it is sent. */
    public static StreamedBody gzip(List<byte[]> segments) {
        return new StreamedBody(segments, true);
    }

    /** Returns the number of bytes; empty if it is unknown because they are compressed while being sent. */
    OptionalLong length() {
        return compressed ? OptionalLong.empty() : OptionalLong.of(segments.stream().mapToLong(it -> it.length).sum());
    }

    Slices slices() {
        return new Slices();
    }

    /** The slices of one response. Closing it releases memory outside the heap. Not thread-safe. */
    final class Slices implements AutoCloseable {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream(SLICE_SIZE);
        private final OutputStream stream;
        private int segment;
        private int position;
        private boolean closed;

        private Slices() {
            try {
                stream = compressed ? ContentEncoding.fastGzipStream(output) : output;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the next slice; null after the last one. */
        @Nullable Buffer next() {
            try {
                while (segment < segments.size() && output.size() < SLICE_SIZE) {
                    copyPart(segments.get(segment));
                }
                if (segment == segments.size()) {
                    close();
                }
                if (output.size() == 0) {
                    return null;
                }
                var slice = Buffer.buffer(output.toByteArray());
                output.reset();
                return slice;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void copyPart(byte[] bytes) throws IOException {
            int length = Math.min(SLICE_SIZE, bytes.length - position);
            stream.write(bytes, position, length);
            position += length;
            if (position == bytes.length) {
                segment++;
                position = 0;
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                stream.close();
            }
        }
    }
}
