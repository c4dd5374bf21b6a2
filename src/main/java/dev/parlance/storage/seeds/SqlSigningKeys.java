package dev.parlance.storage.seeds;

import dev.parlance.publishing.seed.SigningKey;
import dev.parlance.publishing.seed.SigningKeyRing;
import dev.parlance.publishing.seed.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The signing keys in PostgreSQL. Plain SQL, because a key is only inserted and revoked. */
@ApplicationScoped
class SqlSigningKeys implements SigningKeys {
    private static final String SELECT_ALL = "select id, public_key, private_key, created_at, created_by, revoked_at from signing_key";
    private static final String INSERT = """
            insert into signing_key (id, public_key, private_key, created_at, created_by)
            values (:id, :public, :private, :at, :by)
            """;
    private static final String REVOKE_ALL =
            "update signing_key set private_key = null, revoked_at = :at where revoked_at is null";

    private final EntityManager database;

    SqlSigningKeys(EntityManager database) {
        this.database = database;
    }

    @Override
    public SigningKeyRing all() {
        return new SigningKeyRing(database.createNativeQuery(SELECT_ALL, Object[].class).getResultList().stream()
                .map(it -> toKey((Object[]) it)).toList());
    }

    private static SigningKey toKey(Object[] row) {
        return new SigningKey((String) row[0], (byte[]) row[1], Optional.ofNullable((byte[]) row[2]), (Instant) row[3], (String) row[4],
                Optional.ofNullable((Instant) row[5]));
    }

    @Override
    public void add(SigningKey key) {
        database.createNativeQuery(INSERT).setParameter("id", key.id()).setParameter("public", key.publicKey())
                .setParameter("private", key.privateKey().orElseThrow()).setParameter("at", key.createdAt())
                .setParameter("by", key.createdBy()).executeUpdate();
    }

    @Override
    public void revokeAll(Instant revokedAt) {
        database.createNativeQuery(REVOKE_ALL).setParameter("at", revokedAt).executeUpdate();
    }
}
