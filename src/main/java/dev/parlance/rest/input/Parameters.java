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

    public static OptionalInt integer(String name, @Nullable String value, int least, int most) {
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
            return OptionalInt.of(Integer.parseInt(value));
        }
        throw invalid(name, value, least + "–" + most);
    }

    public static boolean truth(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw invalid(name, value, "true, false");
    }

    /** A text of at most so many characters. */
    public static Optional<String> text(String name, @Nullable String value, int longest) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.codePointCount(0, value.length()) > longest) {
            throw ProblemType.PARAMETER_TOO_LONG.with(name, longest);
        }
        return Optional.of(TextRules.checked(name, value));
    }

    /** A name as {@link Tags} has them. */
    public static Optional<String> tag(String name, @Nullable String value) {
        if (value != null && !Tags.isValid(value)) {
            throw invalid(name, value, "a–z 0–9 -");
        }
        return Optional.ofNullable(value);
    }

    /** One that has to be there. */
    public static LocaleTag locale(@Nullable String value) {
        if (value == null) {
            throw invalid("locale", "", "BCP 47");
        }
        return LocaleTag.parse(value);
    }

    /** A release or revision number in a path or query. */
    public static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw invalid(name, value, "1–999999999");
        }
        return Integer.parseInt(value);
    }

    public static RuntimeException invalid(String name, String value, String allowed) {
        return ProblemType.INVALID_PARAMETER.with(name, value, allowed);
    }
}
