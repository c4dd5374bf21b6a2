package dev.parlance.catalog;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.util.regex.Pattern;

/**
 * The key of a message, such as {@code -1015} or {@code 0001-2}.
 *
 * <p>1 to 128 characters: ASCII letters, digits, hyphen, underscore and dot. The first one is not a dot.
 */
public record MessageKey(String value) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    /** @throws dev.parlance.problems.ProblemException {@code INVALID_NAME} */
    public MessageKey {
        if (!KEY.matcher(value).matches()) {
            throw invalid(value);
        }
    }

    /** Creates the problem for a value that is not a key. */
    public static ProblemException invalid(String value) {
        return ProblemType.INVALID_NAME.with(value, KEY.pattern(), "order-rejected", "key");
    }

    @Override
    public String toString() {
        return value;
    }
}
