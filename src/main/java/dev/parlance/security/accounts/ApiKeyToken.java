package dev.parlance.security.accounts;

import dev.parlance.security.RandomSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API key, {@code prlc_<id>_<secret>_<checksum>}, or of a personal token, {@code prlp_<id>_<secret>_<checksum>}.
 *
 * <p>It is shown only once. The prefix lets scanners find leaked keys. The checksum (CRC-32 of all characters before it) lets scanners and
 * the service reject strings that merely resemble a key without a lookup.
 *
 * @param prefix {@link #PREFIX} or {@link #PERSONAL_PREFIX}
 * @param id 8 random bytes in lower-case hexadecimal; not secret
 * @param secret 32 random bytes in lower-case hexadecimal
 */
public record ApiKeyToken(String prefix, String id, String secret) {
    public static final String PREFIX = "prlc_";

    public static final String PERSONAL_PREFIX = "prlp_";

    private static final int ID_BYTES = 8;
    private static final Pattern FORMAT = Pattern.compile("((prl[cp]_)([0-9a-f]{16})_([0-9a-f]{64}))_([0-9a-f]{8})");

    /** The text of an API key. */
    public ApiKeyToken(String id, String secret) {
        this(PREFIX, id, secret);
    }

    public static ApiKeyToken generate() {
        return generate(PREFIX);
    }

    public static ApiKeyToken generatePersonal() {
        return generate(PERSONAL_PREFIX);
    }

    private static ApiKeyToken generate(String prefix) {
        return new ApiKeyToken(prefix, RandomSecrets.randomHex(ID_BYTES), RandomSecrets.randomHex(RandomSecrets.SECRET_BYTES));
    }

    /** Parses the text of a key or personal token; empty if it is malformed or its checksum is wrong. */
    public static Optional<ApiKeyToken> parse(String text) {
        var matcher = FORMAT.matcher(text);
        return matcher.matches() && checksum(matcher.group(1)).equals(matcher.group(5))
                ? Optional.of(new ApiKeyToken(matcher.group(2), matcher.group(3), matcher.group(4))) : Optional.empty();
    }

    /** Returns whether this is a personal token, not an API key. */
    public boolean isPersonal() {
        return prefix.equals(PERSONAL_PREFIX);
    }

    /** Returns whether a bearer token looks like one of ours, so that no other mechanism needs to check it. */
    public static boolean hasOwnPrefix(String text) {
        return text.startsWith(PREFIX) || text.startsWith(PERSONAL_PREFIX);
    }

    /** Returns the complete text. */
    public String token() {
        var payload = prefix + id + "_" + secret;
        return payload + "_" + checksum(payload);
    }

    /** Omits the secret, because logs and exceptions print records. */
    @Override
    public String toString() {
        return prefix + id;
    }

    private static String checksum(String payload) {
        var sum = new CRC32();
        sum.update(payload.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
