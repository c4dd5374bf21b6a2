package dev.parlance.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 digests in hexadecimal digits. */
final class Digests {
    private static final String PREFIX = "sha256:";
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Digests() {
    }

    static String sha256(byte[] content) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) { // every Java and Android platform has it
            throw new IllegalStateException(e);
        }
        StringBuilder hex = new StringBuilder(2 * digest.length);
        for (byte octet : digest) {
            hex.append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
        }
        return hex.toString();
    }

    /** Returns a digest without its optional prefix {@code sha256:}. */
    static String withoutPrefix(String digest) {
        return digest.startsWith(PREFIX) ? digest.substring(PREFIX.length()) : digest;
    }

    /** Returns the digest in an entity tag, without the suffix of a compression; null if there is none. */
    static String ofEntityTag(String tag) {
        if (tag == null) {
            return null;
        }
        String value = tag.startsWith("W/") ? tag.substring(2) : tag;
        value = value.replace("\"", "");
        int suffix = value.indexOf('-');
        value = suffix < 0 ? value : value.substring(0, suffix);
        return value.matches("[0-9a-f]{64}") ? value : null;
    }
}
