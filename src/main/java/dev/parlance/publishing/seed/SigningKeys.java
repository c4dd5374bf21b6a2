package dev.parlance.publishing.seed;

import java.time.Instant;

/** The repository of signing keys. Keys are never deleted. */
public interface SigningKeys {

    SigningKeyRing all();

    void add(SigningKey key);

    /** Revokes all keys and erases their private keys. Keys that are already revoked keep the time of their revocation. */
    void revokeAll(Instant revokedAt);
}
