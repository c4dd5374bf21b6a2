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
public record KeyText(String id, String secret) {
    public static final String PREFIX = "prlc_";

    private static final int ID_BYTES = 8;
    private static final Pattern KEY = Pattern.compile("(prlc_([0-9a-f]{16})_([0-9a-f]{64}))_([0-9a-f]{8})");

    public static KeyText random() {
        return new KeyText(RandomSecrets.randomHex(ID_BYTES), RandomSecrets.randomHex(RandomSecrets.SECRET_BYTES));
    }

    public static Optional<KeyText> parse(String text) {
        var key = KEY.matcher(text);
        return key.matches() && checksum(key.group(1)).equals(key.group(4))
                ? Optional.of(new KeyText(key.group(2), key.group(3))) : Optional.empty();
    }

    /** The whole key. */
    public String text() {
        var start = PREFIX + id + "_" + secret;
        return start + "_" + checksum(start);
    }

    /** Without the secret: logs and failures print records. */
    @Override
    public String toString() {
        return PREFIX + id;
    }

    private static String checksum(String start) {
        var sum = new CRC32();
        sum.update(start.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
