package dev.parlance.publishing.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest in lower-case hexadecimal: the name of published bytes. */
public record Digest(String hex) {

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(newSha256().digest(bytes)));
    }

    /** For bytes that come in pieces. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of several strings, told apart: no two different lists share their bytes. */
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
