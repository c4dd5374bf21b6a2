package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through a list stands: the last key seen, sealed with the query it belongs to. The seal finds mistakes (a
 * cursor cut short, or used with another query); it keeps no secret.
 */
public final class Cursor {
    private static final String PARAMETER = "cursor";
    private static final int CHECKSUM_LENGTH = 12;

    private Cursor() {
    }

    public static String encode(String key, List<String> query) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((checksum(key, query) + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key after which to go on. */
    public static Optional<String> decode(@Nullable String cursor, List<String> query) {
        return decode(cursor, query, Function.identity());
    }

    /** @param parser of the key; whatever it throws, the cursor is none of ours, for anybody can make the seal */
    public static <K> Optional<K> decode(@Nullable String cursor, List<String> query, Function<String, K> parser) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var key = text.substring(Math.min(CHECKSUM_LENGTH, text.length()));
            if (text.startsWith(checksum(key, query))) {
                return Optional.of(parser.apply(TextInput.requireAllowedCharacters(PARAMETER, key)));
            }
        } catch (RuntimeException e) {
            throw invalidCursor(cursor);
        }
        throw invalidCursor(cursor);
    }

    private static RuntimeException invalidCursor(String cursor) {
        return ProblemType.INVALID_PARAMETER.with(PARAMETER, cursor, "next");
    }

    private static String checksum(String key, List<String> query) {
        return Digest.of(List.of(key, Digest.of(query).hex())).hex().substring(0, CHECKSUM_LENGTH);
    }
}
