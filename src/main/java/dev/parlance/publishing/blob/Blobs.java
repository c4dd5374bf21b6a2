package dev.parlance.publishing.blob;

import java.util.Map;

/** The store of published bytes, keyed by their digest. Blobs are written once and never changed. */
public interface Blobs {

    boolean contains(Digest digest);

    /** Stores the blob. Does nothing if a blob with this digest exists already. */
    void add(CompressedBlob bytes);

    /**
     * Returns the uncompressed bytes.
     *
     * @throws IllegalStateException if there is no blob with this digest, or its bytes do not match the digest
     */
    byte[] get(Digest digest);

    /** Returns the compressed bytes by content encoding, gzip at least. */
    Map<ContentEncoding, byte[]> encodings(Digest digest);
}
