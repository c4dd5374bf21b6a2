package dev.parlance.webhooks.sending;

import dev.parlance.webhooks.WebhookSender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of a response body. */
final class ResponseExcerpt {
    /** A character takes up to four bytes. */
    private static final int MAX_BYTES = 4 * WebhookSender.MAX_EXCERPT;
    private static final int REPLACEMENT = 0xFFFD;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Returns whether the excerpt is complete, so that the rest of the body is not needed. */
    boolean add(byte[] part) {
        bytes.write(part, 0, Math.min(part.length, MAX_BYTES - bytes.size()));
        return bytes.size() >= MAX_BYTES;
    }

    /** Replaces control characters, which neither the database nor a terminal should get. */
    @Override
    public String toString() {
        return bytes.toString(StandardCharsets.UTF_8).codePoints().map(it -> isPrintable(it) ? it : REPLACEMENT)
                .limit(WebhookSender.MAX_EXCERPT).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int character) {
        return Character.isWhitespace(character) || Character.isDefined(character) && !Character.isISOControl(character);
    }
}
