package dev.parlance.publishing.seed;

import dev.parlance.publishing.blob.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * An Ed25519 key that signs seeds.
 *
 * @param id         the JWK thumbprint of the public key (RFC 7638)
 * @param publicKey  the 32 bytes of RFC 8032; must not be modified
 * @param privateKey in PKCS #8; empty if the key is revoked; must not be modified
 */
public record SigningKey(String id, byte[] publicKey, Optional<byte[]> privateKey, Instant createdAt, String createdBy,
                         Optional<Instant> revokedAt) {
    public static final String ALGORITHM = "Ed25519";
    private static final int PUBLIC_KEY_LENGTH = 32;

    /** Generates a key. */
    public static SigningKey generate(Instant createdAt, String createdBy) {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            // The X.509 form of an Ed25519 key ends with the bytes of RFC 8032 (RFC 8410, section 4).
            var encoded = pair.getPublic().getEncoded();
            var publicKey = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_LENGTH, encoded.length);
            return new SigningKey(thumbprint(publicKey), publicKey, Optional.of(pair.getPrivate().getEncoded()), createdAt, createdBy,
                    Optional.empty());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    static String thumbprint(byte[] publicKey) {
        var jwk = "{\"crv\":\"" + ALGORITHM + "\",\"kty\":\"OKP\",\"x\":\"" + base64Url(publicKey) + "\"}";
        return base64Url(Digest.newSha256().digest(jwk.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the public key as the member {@code x} of a JWK (RFC 8037). */
    public String x() {
        return base64Url(publicKey);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Returns the signature of a message, which is the same each time.
     *
     * @throws IllegalStateException if the key is revoked
     */
    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(
                    privateKey.orElseThrow(() -> new IllegalStateException("the key " + id + " is revoked")))));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored key " + id + " cannot sign", e);
        }
    }

    /** Omits the private key, because exceptions and log lines print records. */
    @Override
    public String toString() {
        return id;
    }
}
