package dev.parlance.exchange.imports;

import dev.parlance.catalog.MessageKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Derives keys and reasons for messages whose files have none. Stable: the same file key always results in the same names. */
final class DerivedNames {
    private static final Pattern VALID_KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");
    private static final Pattern COMBINING = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_KEY = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern NOT_IN_REASON = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final int SLUG_LENGTH = 48;
    private static final int DIGEST_LENGTH = 8;
    private static final int MAX_REASON_LENGTH = 63;

    private DerivedNames() {
    }

    static boolean isMessageKey(String fileKey) {
        return VALID_KEY.matcher(fileKey).matches();
    }

    /**
     * Returns a readable part of the file key and the start of its digest, such as {@code sign-in-3b5d5c37}.
     *
     * @param taken tests whether another message has the key; the digest is extended until the key is free
     */
    static MessageKey key(String fileKey, Predicate<MessageKey> taken) {
        var digest = sha256(fileKey);
        var slug = slug(fileKey);
        for (int length = DIGEST_LENGTH; length < digest.length(); length += DIGEST_LENGTH) {
            var key = new MessageKey((slug.isEmpty() ? "key" : slug) + "-" + digest.substring(0, length));
            if (!taken.test(key)) {
                return key;
            }
        }
        throw new IllegalStateException("two file keys have the same digest: " + fileKey);
    }

    private static String slug(String fileKey) {
        var ascii = COMBINING.matcher(Normalizer.normalize(shorten(fileKey), Normalizer.Form.NFKD)).replaceAll("");
        var slug = trim(NOT_IN_KEY.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("-"), '-');
        return slug.length() <= SLUG_LENGTH ? slug : trim(slug.substring(0, SLUG_LENGTH), '-');
    }

    /** Shortens a file key to a readable length, because it may be a whole paragraph. */
    private static String shorten(String fileKey) {
        return fileKey.substring(0, Math.min(fileKey.length(), 4 * SLUG_LENGTH));
    }

    /**
     * Returns the key in {@code UPPER_SNAKE_CASE}, such as {@code ORDER_REJECTED} for {@code orderRejected}.
     *
     * @param taken tests whether another message has the reason; a number is appended until the reason is free
     */
    static String reason(MessageKey key, Predicate<String> taken) {
        var words = trim(NOT_IN_REASON.matcher(HUMP.matcher(key.value()).replaceAll("_").toUpperCase(Locale.ROOT)).replaceAll("_"), '_');
        var base = words.isEmpty() || !Character.isLetter(words.charAt(0)) ? "MESSAGE_" + words : words;
        base = trim(base.substring(0, Math.min(base.length(), MAX_REASON_LENGTH)), '_');
        // The shortest reason has two characters.
        var reason = base.length() < 2 ? "MESSAGE_" + base : base;
        for (int number = 2; taken.test(reason); number++) {
            var suffix = "_" + number;
            reason = trim(base.substring(0, Math.min(base.length(), MAX_REASON_LENGTH - suffix.length())), '_') + suffix;
        }
        return reason;
    }

    private static String trim(String text, char margin) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == margin) {
            start++;
        }
        while (end > start && text.charAt(end - 1) == margin) {
            end--;
        }
        return text.substring(start, end);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform supports SHA-256", e);
        }
    }
}
