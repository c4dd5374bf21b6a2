package dev.parlance.storage;

import dev.parlance.publishing.Blobs;
import dev.parlance.publishing.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Blobs in PostgreSQL, compressed. Plain SQL: bytes are no entity. */
@ApplicationScoped
class GzipBlobs implements Blobs {

    private static final String ADD = """
            insert into blob (digest, length, content)
            values (:digest, :length, :content)
            on conflict (digest) do nothing
            """;

    private static final String GET = "select content from blob where digest = :digest";

    private final EntityManager database;

    GzipBlobs(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(byte[] bytes) {
        database.createNativeQuery(ADD)
                .setParameter("digest", Digest.of(bytes).hex())
                .setParameter("length", bytes.length)
                .setParameter("content", compressed(bytes))
                .executeUpdate();
    }

    @Override
    public byte[] get(Digest digest) {
        var found = database.createNativeQuery(GET, byte[].class).setParameter("digest", digest.hex()).getResultList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no blob " + digest);
        }
        var bytes = decompressed((byte[]) found.get(0));
        if (!Digest.of(bytes).equals(digest)) {
            throw new IllegalStateException("damaged blob " + digest);
        }
        return bytes;
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] decompressed(byte[] bytes) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
