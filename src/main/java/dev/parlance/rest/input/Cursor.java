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
 * A pagination cursor: the key of the last item, with a checksum of the key and the query.
 *
 * <p>The checksum detects mistakes, such as a truncated cursor or one of another query. It is not a security measure.
 */
public final class Cursor {
    private static final String PARAMETER = "cursor";
    private static final int CHECKSUM_LENGTH = 12;

    private Cursor() {
    }

    /** Returns the cursor that continues the query after the key. */
    public static String encode(String key, List<String> query) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((checksum(key, query) + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the key after which the page starts; empty for the first page.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_PARAMETER}
     */
    public static Optional<String> decode(@Nullable String cursor, List<String> query) {
        return decode(cursor, query, Function.identity());
    }

    /**
     * Returns the parsed key after which the page starts; empty for the first page.
     *
     * @param parser parses the key; any exception means that the cursor is invalid, because clients can compute the checksum
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_PARAMETER}
     */
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
        return ProblemType.INVALID_PARAMETER.with(PARAMETER, cursor, ProblemType.NONE);
    }

    private static String checksum(String key, List<String> query) {
        return Digest.of(List.of(key, Digest.of(query).hex())).hex().substring(0, CHECKSUM_LENGTH);
    }
}
