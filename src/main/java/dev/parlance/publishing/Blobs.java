package dev.parlance.publishing;

/** Published bytes under their digest. Written once, never changed. */
public interface Blobs {

    /** Does nothing where the same bytes are kept already. */
    void add(byte[] bytes);

    /** @throws IllegalStateException where there are none, or not the right ones */
    byte[] get(Digest digest);
}
