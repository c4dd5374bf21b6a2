package dev.parlance.storage;

import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.blob.CompressedBlob;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.blob.GzipBlobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.Map;

/**
 * Blobs in PostgreSQL, compressed with gzip; those sent to clients also in the other content codings.
 *
 * <p>Plain SQL, because bytes are not an entity.
 */
@ApplicationScoped
class SqlBlobs implements Blobs {

    private static final String INSERT_BLOB = """
            insert into blob (digest, length, content)
            values (:digest, :length, :content)
            on conflict (digest) do nothing
            """;
    private static final String INSERT_ENCODING = """
            insert into blob_encoding (digest, encoding, content)
            values (:digest, :encoding, :content)
            on conflict (digest, encoding) do nothing
            """;
    private static final String SELECT_CONTENT = "select content from blob where digest = :digest";
    private static final String SELECT_ENCODINGS = """
            select 'gzip', content from blob where digest = :digest
            union all
            select encoding, content from blob_encoding where digest = :digest
            """;

    private final EntityManager database;

    SqlBlobs(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean contains(Digest digest) {
        return !database.createNativeQuery("select 1 from blob where digest = :digest", Integer.class)
                .setParameter("digest", digest.hex()).getResultList().isEmpty();
    }

    @Override
    public void add(CompressedBlob blob) {
        database.createNativeQuery(INSERT_BLOB)
                .setParameter("digest", blob.digest().hex())
                .setParameter("length", blob.length())
                .setParameter("content", blob.encodings().get(ContentEncoding.GZIP))
                .executeUpdate();
        blob.encodings().forEach((encoding, content) -> {
            if (encoding != ContentEncoding.GZIP) {
                database.createNativeQuery(INSERT_ENCODING)
                        .setParameter("digest", blob.digest().hex())
                        .setParameter("encoding", encoding.token())
                        .setParameter("content", content)
                        .executeUpdate();
            }
        });
    }

    @Override
    public byte[] get(Digest digest) {
        var rows = database.createNativeQuery(SELECT_CONTENT, byte[].class).setParameter("digest", digest.hex()).getResultList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("unknown blob " + digest);
        }
        return GzipBlobs.decompressVerified((byte[]) rows.get(0), digest);
    }

    @Override
    public Map<ContentEncoding, byte[]> encodings(Digest digest) {
        var encodings = new EnumMap<ContentEncoding, byte[]>(ContentEncoding.class);
        for (var row : database.createNativeQuery(SELECT_ENCODINGS, Object[].class).setParameter("digest", digest.hex()).getResultList()) {
            var columns = (Object[]) row;
            encodings.put(ContentEncoding.fromToken((String) columns[0]), (byte[]) columns[1]);
        }
        return encodings;
    }
}
