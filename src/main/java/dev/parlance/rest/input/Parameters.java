package dev.parlance.rest.input;

import dev.parlance.catalog.Tags;
import dev.parlance.locales.Fallback;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Parses query and path parameters.
 *
 * <p>All methods throw {@link ProblemType#INVALID_PARAMETER} for an invalid value.
 */
public final class Parameters {
    private Parameters() {
    }

    /** Returns a decimal number without sign, between min and max inclusive; empty if absent. */
    public static OptionalInt parseInteger(String name, @Nullable String value, int min, int max) {
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max) {
            return OptionalInt.of(Integer.parseInt(value));
        }
        throw invalidParameter(name, value, min + "–" + max);
    }

    /** Returns whether the value is {@code true}. An absent value is false. */
    public static boolean parseBoolean(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw invalidParameter(name, value, "true, false");
    }

    /**
     * Returns a text; empty if absent.
     *
     * @param maxLength in code points
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#PARAMETER_TOO_LONG} or {@link ProblemType#FORBIDDEN_CHARACTER}
     */
    public static Optional<String> parseText(String name, @Nullable String value, int maxLength) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            throw ProblemType.PARAMETER_TOO_LONG.with(name, maxLength);
        }
        return Optional.of(TextInput.requireAllowedCharacters(name, value));
    }

    /** Returns a tag that is valid by {@link Tags}; empty if absent. */
    public static Optional<String> parseTag(String name, @Nullable String value) {
        if (value != null && !Tags.isValid(value)) {
            throw ProblemType.INVALID_PARAMETER.with(name, value, Tags.RULE, Tags.EXAMPLE);
        }
        return Optional.ofNullable(value);
    }

    /** Returns the parameter {@code fallback}; the default if it is absent. */
    public static Fallback parseFallback(@Nullable String value, Fallback defaultValue) {
        return value == null ? defaultValue
                : Fallback.find(value).orElseThrow(() -> invalidParameter("fallback", value, Fallback.LABELS));
    }

    /** Returns the required parameter {@code locale}. */
    public static LocaleTag parseLocale(@Nullable String value) {
        if (value == null) {
            throw ProblemType.MISSING_PARAMETER.with("locale", "pt-BR");
        }
        return LocaleTag.parse(value);
    }

    /** Returns a release or revision number, from 1 to 999999999. */
    public static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw invalidParameter(name, value, "1–999999999");
        }
        return Integer.parseInt(value);
    }

    /**
     * Creates the problem for an invalid parameter.
     *
     * @param allowed all valid values, or their range
     */
    public static RuntimeException invalidParameter(String name, String value, String allowed) {
        return ProblemType.INVALID_PARAMETER.with(name, value, allowed);
    }
}
