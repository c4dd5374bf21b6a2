package dev.parlance.publishing.release;

import java.util.Map;

/** Published bytes under their digest. Written once, never changed. */
public interface Blobs {

    boolean contains(Digest digest);

    /** Does nothing where the same bytes are kept already. */
    void add(CompressedBlob bytes);

    /** @throws IllegalStateException where there are none, or not the right ones */
    byte[] get(Digest digest);

    /** As they go over the wire: at least gzip. */
    Map<ContentEncoding, byte[]> encodings(Digest digest);
}
