package dev.parlance.publishing.memorystore;

import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.blob.CompressedBlob;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.blob.GzipBlobs;
import java.util.HashMap;
import java.util.Map;

/** Blobs in memory. */
public final class InMemoryBlobs implements Blobs {
    private final Map<Digest, Map<ContentEncoding, byte[]>> blobs = new HashMap<>();

    @Override
    public boolean contains(Digest digest) {
        return blobs.containsKey(digest);
    }

    @Override
    public void add(CompressedBlob blob) {
        blobs.putIfAbsent(blob.digest(), Map.copyOf(blob.encodings()));
    }

    @Override
    public byte[] get(Digest digest) {
        if (!contains(digest)) {
            throw new IllegalStateException("unknown blob " + digest);
        }
        return GzipBlobs.decompressVerified(blobs.get(digest).get(ContentEncoding.GZIP), digest);
    }

    @Override
    public Map<ContentEncoding, byte[]> encodings(Digest digest) {
        return blobs.getOrDefault(digest, Map.of());
    }

    /** Returns the number of blobs. */
    public int size() {
        return blobs.size();
    }

    /** Removes a blob, as a damaged database would. */
    public void lose(Digest digest) {
        blobs.remove(digest);
    }
}
