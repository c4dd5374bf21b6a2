package dev.parlance.formats;

import dev.parlance.rendering.LocaleNumberRules;
import java.util.Map;
import java.util.Optional;

/**
 * A style of ICU's numbers as {@code Intl.NumberFormat} (ECMA-402) has it, for clients that run JavaScript. Only styles that print the
 * same there: with a rule how to round, since ICU rounds half to even and ECMA-402 away from zero, and without percent,
 * currency and compact forms, which scale or round in ways of their own.
 *
 * @param grouping {@code AUTO} as CLDR has it for the locale
 * @param rounding a {@code roundingMode} of ECMA-402
 * @param sign     a {@code signDisplay} of ECMA-402
 */
public record EcmaNumberFormat(Grouping grouping, int minimumFractionDigits, int maximumFractionDigits, String roundingMode, String signDisplay) {
    private static final Map<String, String> ROUNDING_MODES = Map.of("half-even", "halfEven", "half-up", "halfExpand",
            "half-down", "halfTrunc", "up", "expand", "down", "trunc", "floor", "floor", "ceiling", "ceil");
    private static final Map<String, String> SIGN_DISPLAYS =
            Map.of("auto", "auto", "always", "always", "never", "never", "except-zero", "exceptZero");

    /** Of {@code Intl.NumberFormat}. */
    public static final int DEFAULT_FRACTION_DIGITS = 3;
    public static final String DEFAULT_ROUNDING_MODE = "halfExpand";

    /** What a skeleton without a precision prints at most. */
    private static final int SKELETON_FRACTION_DIGITS = 6;

    /** Which groups of digits are set apart. */
    public enum Grouping { AUTO, ALWAYS, OFF }

    /**
     * Numbers without a style: both print three decimals at most. A fourth decimal that is a lone 5 is rounded differently, which is
     * left so: the text stays what everyone writes.
     */
    public static EcmaNumberFormat unstyled(LocaleNumberRules numbers) {
        return new EcmaNumberFormat(numbers.leavesFourDigitsUngrouped() ? Grouping.ALWAYS : Grouping.AUTO, 0, DEFAULT_FRACTION_DIGITS, DEFAULT_ROUNDING_MODE, "auto");
    }

    /** @param style of a {@code number}, a skeleton after {@code ::} or a name */
    public static Optional<EcmaNumberFormat> of(String style, LocaleNumberRules numbers) {
        var unstyled = unstyled(numbers);
        if (style.isEmpty()) {
            return Optional.of(unstyled);
        } else if (style.equals("integer")) {
            return Optional.of(new EcmaNumberFormat(unstyled.grouping(), 0, 0, "halfEven", "auto"));
        }
        return style.startsWith("::") ? parseSkeleton(style.substring(2).strip()) : Optional.empty();
    }

    private static Optional<EcmaNumberFormat> parseSkeleton(String skeleton) {
        var number = Optional.of(new EcmaNumberFormat(Grouping.AUTO, 0, SKELETON_FRACTION_DIGITS, "halfEven", "auto"));
        for (var token : skeleton.split("\\s+")) {
            number = number.flatMap(it -> it.withToken(token));
        }
        return number;
    }

    private Optional<EcmaNumberFormat> withToken(String token) {
        if (token.equals("group-off") || token.equals("group-auto")) {
            return Optional.of(new EcmaNumberFormat(token.equals("group-off") ? Grouping.OFF : Grouping.AUTO, minimumFractionDigits, maximumFractionDigits,
                    roundingMode, signDisplay));
        } else if (token.equals("precision-integer")) {
            return Optional.of(new EcmaNumberFormat(grouping, 0, 0, roundingMode, signDisplay));
        } else if (token.matches("\\.0{0,20}#{0,20}") && token.length() <= 21) {
            return Optional.of(new EcmaNumberFormat(grouping, (int) token.chars().filter(it -> it == '0').count(), token.length() - 1,
                    roundingMode, signDisplay));
        } else if (token.startsWith("rounding-mode-")) {
            return Optional.ofNullable(ROUNDING_MODES.get(token.substring("rounding-mode-".length())))
                    .map(it -> new EcmaNumberFormat(grouping, minimumFractionDigits, maximumFractionDigits, it, signDisplay));
        } else if (token.startsWith("sign-")) {
            return Optional.ofNullable(SIGN_DISPLAYS.get(token.substring("sign-".length())))
                    .map(it -> new EcmaNumberFormat(grouping, minimumFractionDigits, maximumFractionDigits, roundingMode, it));
        }
        return Optional.empty();
    }
}
