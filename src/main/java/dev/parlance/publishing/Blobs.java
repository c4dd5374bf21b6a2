package dev.parlance.publishing;

import java.util.Map;

/** Published bytes under their digest. Written once, never changed. */
public interface Blobs {

    /** Does nothing where the same bytes are kept already. */
    void add(byte[] bytes);

    /** As {@link #add}, for bytes that go over the wire: in all encodings. */
    void addDelivered(byte[] bytes);

    /** @throws IllegalStateException where there are none, or not the right ones */
    byte[] get(Digest digest);

    /** As they go over the wire: at least gzip. */
    Map<Encoding, byte[]> encodings(Digest digest);
}
