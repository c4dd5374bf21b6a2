package dev.parlance.publishing.blob;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Content codings (RFC 9110, section 8.4.1), in order of preference.
 *
 * <p>Published bytes are compressed once, when they are created. Above 1 MiB a lower compression level is used; at the highest level a
 * release of a huge catalog would take minutes. Derived bytes are compressed at a fast level, always the same one, so that equal bytes
 * have equal compressed forms on every replica.
 */
public enum ContentEncoding {
    BROTLI("br") {
        @Override
        boolean isAvailable() {
            return Brotli4jLoader.isAvailable();
        }

        @Override
        public byte[] compress(byte[] bytes) {
            return compress(bytes, bytes.length < LARGE_SIZE ? 11 : 4);
        }

        @Override
        public byte[] compressFast(byte[] bytes) {
            return compress(bytes, 4);
        }

        private static byte[] compress(byte[] bytes, int quality) {
            try {
                return Encoder.compress(bytes, new Encoder.Parameters().setQuality(quality));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    ZSTD("zstd") {
        @Override
        public byte[] compress(byte[] bytes) {
            return Zstd.compress(bytes, bytes.length < LARGE_SIZE ? 19 : 6);
        }

        @Override
        public byte[] compressFast(byte[] bytes) {
            return Zstd.compress(bytes, 3);
        }
    },
    GZIP("gzip") {
        @Override
        public byte[] compress(byte[] bytes) {
            return compress(bytes, bytes.length < LARGE_SIZE ? Deflater.BEST_COMPRESSION : LARGE_GZIP_LEVEL);
        }

        @Override
        public byte[] compressFast(byte[] bytes) {
            return compress(bytes, Deflater.BEST_SPEED);
        }

        private static byte[] compress(byte[] bytes, int level) {
            var out = new ByteArrayOutputStream();
            try (var gzip = gzipStream(out, level)) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    };

    private static final int LARGE_SIZE = 1024 * 1024;

    /** For 10 MB, level 5 produces 7 % more bytes than the default level 6, in less than half of the time. */
    private static final int LARGE_GZIP_LEVEL = 5;

    private final String token;

    ContentEncoding(String token) {
        this.token = token;
    }

    /** Returns the token used in {@code Accept-Encoding} and {@code Content-Encoding}. */
    public String token() {
        return token;
    }

    /**
     * Returns the encoding of a token.
     *
     * @throws IllegalArgumentException if the token is unknown
     */
    public static ContentEncoding fromToken(String token) {
        return findByToken(token).orElseThrow(() -> new IllegalArgumentException("unknown content coding: " + token));
    }

    public static Optional<ContentEncoding> findByToken(String token) {
        return Arrays.stream(values()).filter(it -> it.token.equals(token)).findFirst();
    }

    /** Returns whether the library has a native build for this platform. Clients are served another encoding otherwise. */
    boolean isAvailable() {
        return true;
    }

    /** Returns the encodings available on this platform, in order of preference. */
    public static List<ContentEncoding> availableEncodings() {
        return Arrays.stream(values()).filter(ContentEncoding::isAvailable).toList();
    }

    /** Compresses bytes that are created once and sent for as long as they are published. */
    public abstract byte[] compress(byte[] bytes);

    /** Compresses bytes that are derived for a request, about a hundred times as fast as the highest level. */
    public abstract byte[] compressFast(byte[] bytes);

    /** Returns a stream that compresses to gzip at the fastest level. */
    public static OutputStream fastGzipStream(OutputStream out) throws IOException {
        return gzipStream(out, Deflater.BEST_SPEED);
    }

    private static GZIPOutputStream gzipStream(OutputStream out, int level) throws IOException {
        return new GZIPOutputStream(out) {
            {
                def.setLevel(level);
            }
        };
    }
}
