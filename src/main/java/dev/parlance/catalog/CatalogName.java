package dev.parlance.catalog;

import dev.parlance.problems.ProblemType;
import java.util.regex.Pattern;

/**
 * The name of a catalog.
 *
 * <p>1 to 128 characters: lower-case ASCII letters, digits, dot, hyphen and underscore. The first and the last one are a letter or digit.
 */
public record CatalogName(String value) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,126}[a-z0-9])?");

    /** @throws dev.parlance.problems.ProblemException {@code INVALID_NAME} */
    public CatalogName {
        if (!isValid(value)) {
            throw ProblemType.INVALID_NAME.with(value, NAME.pattern(), "web-shop", "name");
        }
    }

    /** Returns whether a value is a valid name, for callers that do not reject it yet. */
    public static boolean isValid(String value) {
        return NAME.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
