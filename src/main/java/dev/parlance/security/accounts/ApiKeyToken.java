package dev.parlance.security.accounts;

import dev.parlance.security.RandomSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API key, shown only once: {@code prlc_<id>_<secret>_<checksum>}.
 *
 * <p>The prefix lets scanners find leaked keys. The checksum (CRC-32 of all characters before it) lets scanners and the service
 * reject strings that merely resemble a key without a lookup.
 *
 * @param id 8 random bytes in lower-case hexadecimal; not secret
 * @param secret 32 random bytes in lower-case hexadecimal
 */
public record ApiKeyToken(String id, String secret) {
    public static final String PREFIX = "prlc_";

    private static final int ID_BYTES = 8;
    private static final Pattern FORMAT = Pattern.compile("(prlc_([0-9a-f]{16})_([0-9a-f]{64}))_([0-9a-f]{8})");

    public static ApiKeyToken generate() {
        return new ApiKeyToken(RandomSecrets.randomHex(ID_BYTES), RandomSecrets.randomHex(RandomSecrets.SECRET_BYTES));
    }

    /** Parses the text of a key; empty if it is malformed or its checksum is wrong. */
    public static Optional<ApiKeyToken> parse(String text) {
        var matcher = FORMAT.matcher(text);
        return matcher.matches() && checksum(matcher.group(1)).equals(matcher.group(4))
                ? Optional.of(new ApiKeyToken(matcher.group(2), matcher.group(3))) : Optional.empty();
    }

    /** Returns the complete text of the key. */
    public String token() {
        var payload = PREFIX + id + "_" + secret;
        return payload + "_" + checksum(payload);
    }

    /** Omits the secret, because logs and exceptions print records. */
    @Override
    public String toString() {
        return PREFIX + id;
    }

    private static String checksum(String payload) {
        var sum = new CRC32();
        sum.update(payload.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
