package dev.parlance.catalog;

import dev.parlance.problems.ProblemType;
import java.util.regex.Pattern;

/** ASCII letters, digits, hyphen, underscore and, not at the start, dot; 1 to 128 characters: {@code -1015}, {@code 0001-2}. */
public record MessageKey(String value) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    public MessageKey {
        if (!KEY.matcher(value).matches()) {
            throw ProblemType.INVALID_NAME.with(value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
