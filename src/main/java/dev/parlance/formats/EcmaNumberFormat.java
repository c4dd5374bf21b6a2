package dev.parlance.formats;

import dev.parlance.rendering.LocaleNumberRules;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An ICU number style as options of {@code Intl.NumberFormat} (ECMA-402), for JavaScript clients.
 *
 * <p>Supports only styles that print the same in both. The rounding mode is always explicit, because ICU rounds half to even and ECMA-402
 * half away from zero. Percent, currency and compact styles are excluded, because they scale or round differently.
 *
 * @param grouping {@code AUTO} follows CLDR for the locale
 * @param roundingMode a {@code roundingMode} of ECMA-402
 * @param signDisplay a {@code signDisplay} of ECMA-402
 */
public record EcmaNumberFormat(Grouping grouping, int minimumFractionDigits, int maximumFractionDigits, String roundingMode,
        String signDisplay) {
    private static final Map<String, String> ROUNDING_MODES = Map.of("half-even", "halfEven", "half-up", "halfExpand",
            "half-down", "halfTrunc", "up", "expand", "down", "trunc", "floor", "floor", "ceiling", "ceil");
    private static final Map<String, String> SIGN_DISPLAYS =
            Map.of("auto", "auto", "always", "always", "never", "never", "except-zero", "exceptZero");

    /** The default of {@code Intl.NumberFormat}. */
    public static final int DEFAULT_FRACTION_DIGITS = 3;
    public static final String DEFAULT_ROUNDING_MODE = "halfExpand";

    /** The maximum number of fraction digits of a skeleton without a precision. */
    private static final int SKELETON_FRACTION_DIGITS = 6;

    /** The use of grouping separators. */
    public enum Grouping { AUTO, ALWAYS, OFF }

    /**
     * Returns the format of a number without a style; both libraries print at most three decimals.
     *
     * <p>They round a fourth decimal that is a lone 5 differently. This is accepted, so that texts can use the short form that is common in
     * practice.
     */
    public static EcmaNumberFormat unstyled(LocaleNumberRules numbers) {
        return new EcmaNumberFormat(numbers.leavesFourDigitsUngrouped() ? Grouping.ALWAYS : Grouping.AUTO, 0, DEFAULT_FRACTION_DIGITS,
                DEFAULT_ROUNDING_MODE, "auto");
    }

    /**
     * Returns the format of a style, or empty if ECMA-402 has no equivalent.
     *
     * @param style the style of a {@code number}: a skeleton after {@code ::}, a name, or empty for none
     */
    public static Optional<EcmaNumberFormat> of(String style, LocaleNumberRules numbers) {
        var unstyled = unstyled(numbers);
        if (style.isEmpty()) {
            return Optional.of(unstyled);
        } else if (style.equals("integer")) {
            return Optional.of(new EcmaNumberFormat(unstyled.grouping(), 0, 0, "halfEven", "auto"));
        }
        return style.startsWith("::") ? parseSkeleton(style.substring(2).strip()) : Optional.empty();
    }

    /** Returns the style that {@link #of} reads as this format; empty if there is none. */
    public Optional<String> toStyle(LocaleNumberRules numbers) {
        return Stream.of("", "integer", toSkeleton()).filter(it -> of(it, numbers).filter(this::equals).isPresent()).findFirst();
    }

    private String toSkeleton() {
        var precision = maximumFractionDigits == 0 ? "precision-integer"
                : "." + "0".repeat(minimumFractionDigits) + "#".repeat(maximumFractionDigits - minimumFractionDigits);
        return "::" + (grouping == Grouping.OFF ? "group-off " : "") + precision + toToken("rounding-mode-", ROUNDING_MODES, roundingMode)
                + (signDisplay.equals("auto") ? "" : toToken("sign-", SIGN_DISPLAYS, signDisplay));
    }

    /** Returns the skeleton token of an ECMA-402 value, or a token that {@link #of} rejects if the value is unknown. */
    private static String toToken(String prefix, Map<String, String> values, String value) {
        return " " + prefix + values.entrySet().stream().filter(it -> it.getValue().equals(value)).map(Map.Entry::getKey).findFirst()
                .orElse("unknown");
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
            return Optional.of(new EcmaNumberFormat(token.equals("group-off") ? Grouping.OFF : Grouping.AUTO, minimumFractionDigits,
                    maximumFractionDigits, roundingMode, signDisplay));
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
