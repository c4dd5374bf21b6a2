package dev.parlance.security.accounts;

import dev.parlance.security.RandomSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as it is handed out, once: {@code prlc_<id>_<secret>_<checksum>}. The prefix lets scanners find keys that were published
 * by mistake; the checksum (CRC-32 of what stands before it) lets them, and us, tell a key from what only looks like one without
 * asking anybody.
 */
public record ApiKeyToken(String id, String secret) {
    public static final String PREFIX = "prlc_";

    private static final int ID_BYTES = 8;
    private static final Pattern FORMAT = Pattern.compile("(prlc_([0-9a-f]{16})_([0-9a-f]{64}))_([0-9a-f]{8})");

    public static ApiKeyToken generate() {
        return new ApiKeyToken(RandomSecrets.randomHex(ID_BYTES), RandomSecrets.randomHex(RandomSecrets.SECRET_BYTES));
    }

    public static Optional<ApiKeyToken> parse(String text) {
        var matcher = FORMAT.matcher(text);
        return matcher.matches() && checksum(matcher.group(1)).equals(matcher.group(4))
                ? Optional.of(new ApiKeyToken(matcher.group(2), matcher.group(3))) : Optional.empty();
    }

    /** The whole key. */
    public String token() {
        var payload = PREFIX + id + "_" + secret;
        return payload + "_" + checksum(payload);
    }

    /** Without the secret: logs and failures print records. */
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
