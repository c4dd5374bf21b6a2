package dev.parlance.publishing.release;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Content codings (RFC 9110, 8.4.1), best first. Published bytes are compressed once, when they are made; the largest ones with less
 * effort, so that a release of a huge catalog is not a matter of minutes.
 */
public enum Encoding {
    BROTLI("br") {
        @Override
        boolean available() {
            return Brotli4jLoader.isAvailable();
        }

        @Override
        public byte[] encode(byte[] bytes) {
            try {
                return Encoder.compress(bytes, new Encoder.Parameters().setQuality(bytes.length < LARGE ? 11 : 4));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    ZSTD("zstd") {
        @Override
        public byte[] encode(byte[] bytes) {
            return Zstd.compress(bytes, bytes.length < LARGE ? 19 : 6);
        }
    },
    GZIP("gzip") {
        @Override
        public byte[] encode(byte[] bytes) {
            int level = bytes.length < LARGE ? Deflater.BEST_COMPRESSION : LARGE_LEVEL;
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out) {
                {
                    def.setLevel(level);
                }
            }) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    };

    private static final int LARGE = 1024 * 1024;

    /** Of ten megabytes it makes 7 % more than the usual 6, in less than half of the time. */
    private static final int LARGE_LEVEL = 5;

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** As {@code Accept-Encoding} and {@code Content-Encoding} name it. */
    public String token() {
        return token;
    }

    public static Encoding of(String token) {
        return find(token).orElseThrow(() -> new IllegalArgumentException("no content coding: " + token));
    }

    public static Optional<Encoding> find(String token) {
        return Arrays.stream(values()).filter(it -> it.token.equals(token)).findFirst();
    }

    /** Where the library brings nothing for the machine it runs on, the others have to do. */
    boolean available() {
        return true;
    }

    /** Those of this machine. */
    public static List<Encoding> usable() {
        return Arrays.stream(values()).filter(Encoding::available).toList();
    }

    public abstract byte[] encode(byte[] bytes);
}
