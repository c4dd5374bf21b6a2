package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.release.Digest;
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
    private static final String NAME = "cursor";
    private static final int SEAL = 12;

    private Cursor() {
    }

    public static String after(String key, List<String> query) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((seal(key, query) + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key after which to go on. */
    public static Optional<String> read(@Nullable String cursor, List<String> query) {
        return read(cursor, query, Function.identity());
    }

    /** @param parser of the key; whatever it throws, the cursor is none of ours, for anybody can make the seal */
    public static <K> Optional<K> read(@Nullable String cursor, List<String> query, Function<String, K> parser) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var key = text.substring(Math.min(SEAL, text.length()));
            if (text.startsWith(seal(key, query))) {
                return Optional.of(parser.apply(TextRules.checked(NAME, key)));
            }
        } catch (RuntimeException e) {
            throw refused(cursor);
        }
        throw refused(cursor);
    }

    private static RuntimeException refused(String cursor) {
        return ProblemType.INVALID_PARAMETER.with(NAME, cursor, "next");
    }

    private static String seal(String key, List<String> query) {
        return Digest.of(List.of(key, Digest.of(query).hex())).hex().substring(0, SEAL);
    }
}
