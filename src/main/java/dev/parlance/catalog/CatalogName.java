package dev.parlance.catalog;

import dev.parlance.problems.ProblemType;
import java.util.regex.Pattern;

/** Lower-case ASCII letters, digits, dot, hyphen, underscore; 1 to 128 characters, the first and last a letter or digit. */
public record CatalogName(String value) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,126}[a-z0-9])?");

    public CatalogName {
        if (!isValid(value)) {
            throw ProblemType.INVALID_NAME.with(value);
        }
    }

    /** For those who do not want to refuse yet. */
    public static boolean isValid(String value) {
        return NAME.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
