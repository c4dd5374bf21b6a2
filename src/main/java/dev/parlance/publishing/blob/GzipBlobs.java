package dev.parlance.publishing.blob;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** Decompression of gzipped blobs, verified against their digest. */
public final class GzipBlobs {
    private static final int BUFFER_SIZE = 64 * 1024;

    private GzipBlobs() {
    }

    /**
     * Decompresses a blob.
     *
     * @throws UncheckedIOException if the gzip data is corrupt
     * @throws IllegalStateException if the bytes do not match the digest
     */
    public static byte[] decompressVerified(byte[] gzip, Digest digest) {
        byte[] bytes;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip), BUFFER_SIZE)) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("damaged blob " + digest, e);
        }
        if (!Digest.of(bytes).equals(digest)) {
            throw new IllegalStateException("damaged blob " + digest);
        }
        return bytes;
    }
}
