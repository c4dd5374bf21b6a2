package dev.parlance.publishing.blob;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest in lower-case hexadecimal, which identifies published bytes. */
public record Digest(String hex) {

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(newSha256().digest(bytes)));
    }

    /** Returns a new hash function, for bytes that arrive in chunks. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the digest of a list of strings. Each string is prefixed with its length, so different lists never hash the same bytes. */
    public static Digest of(Iterable<String> parts) {
        var bytes = new StringBuilder();
        parts.forEach(part -> bytes.append(part.length()).append(':').append(part));
        return of(bytes.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return hex;
    }
}
