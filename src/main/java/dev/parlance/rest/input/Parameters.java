package dev.parlance.rest.input;

import dev.parlance.catalog.Tags;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Query parameters from text to values. */
public final class Parameters {
    private Parameters() {
    }

    public static OptionalInt parseInteger(String name, @Nullable String value, int min, int max) {
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max) {
            return OptionalInt.of(Integer.parseInt(value));
        }
        throw invalidParameter(name, value, min + "–" + max);
    }

    public static boolean parseBoolean(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw invalidParameter(name, value, "true, false");
    }

    /** A text of at most so many characters. */
    public static Optional<String> parseText(String name, @Nullable String value, int maxLength) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            throw ProblemType.PARAMETER_TOO_LONG.with(name, maxLength);
        }
        return Optional.of(TextInput.requireAllowedCharacters(name, value));
    }

    /** A name as {@link Tags} has them. */
    public static Optional<String> parseTag(String name, @Nullable String value) {
        if (value != null && !Tags.isValid(value)) {
            throw invalidParameter(name, value, "a–z 0–9 -");
        }
        return Optional.ofNullable(value);
    }

    /** One that has to be there. */
    public static LocaleTag parseLocale(@Nullable String value) {
        if (value == null) {
            throw invalidParameter("locale", "", "BCP 47");
        }
        return LocaleTag.parse(value);
    }

    /** A release or revision number in a path or query. */
    public static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw invalidParameter(name, value, "1–999999999");
        }
        return Integer.parseInt(value);
    }

    public static RuntimeException invalidParameter(String name, String value, String allowed) {
        return ProblemType.INVALID_PARAMETER.with(name, value, allowed);
    }
}
