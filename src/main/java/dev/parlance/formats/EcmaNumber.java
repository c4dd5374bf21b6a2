package dev.parlance.formats;

import dev.parlance.rendering.LocaleNumbers;
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
public record EcmaNumber(Grouping grouping, int leastDecimals, int mostDecimals, String rounding, String sign) {
    private static final Map<String, String> ROUNDINGS = Map.of("half-even", "halfEven", "half-up", "halfExpand",
            "half-down", "halfTrunc", "up", "expand", "down", "trunc", "floor", "floor", "ceiling", "ceil");
    private static final Map<String, String> SIGNS =
            Map.of("auto", "auto", "always", "always", "never", "never", "except-zero", "exceptZero");

    /** Of {@code Intl.NumberFormat}. */
    public static final int USUAL_DECIMALS = 3;
    public static final String USUAL_ROUNDING = "halfExpand";

    /** What a skeleton without a precision prints at most. */
    private static final int MOST_OF_SKELETON = 6;

    /** Which groups of digits are set apart. */
    public enum Grouping { AUTO, ALWAYS, OFF }

    /**
     * Numbers without a style: both print three decimals at most. A fourth decimal that is a lone 5 is rounded differently, which is
     * left so: the text stays what everyone writes.
     */
    public static EcmaNumber plain(LocaleNumbers numbers) {
        return new EcmaNumber(numbers.leavesFourDigits() ? Grouping.ALWAYS : Grouping.AUTO, 0, USUAL_DECIMALS, USUAL_ROUNDING, "auto");
    }

    /** @param style of a {@code number}, a skeleton after {@code ::} or a name */
    public static Optional<EcmaNumber> of(String style, LocaleNumbers numbers) {
        var plain = plain(numbers);
        if (style.isEmpty()) {
            return Optional.of(plain);
        } else if (style.equals("integer")) {
            return Optional.of(new EcmaNumber(plain.grouping(), 0, 0, "halfEven", "auto"));
        }
        return style.startsWith("::") ? skeleton(style.substring(2).strip()) : Optional.empty();
    }

    private static Optional<EcmaNumber> skeleton(String skeleton) {
        var number = Optional.of(new EcmaNumber(Grouping.AUTO, 0, MOST_OF_SKELETON, "halfEven", "auto"));
        for (var token : skeleton.split("\\s+")) {
            number = number.flatMap(it -> it.with(token));
        }
        return number;
    }

    private Optional<EcmaNumber> with(String token) {
        if (token.equals("group-off") || token.equals("group-auto")) {
            return Optional.of(new EcmaNumber(token.equals("group-off") ? Grouping.OFF : Grouping.AUTO, leastDecimals, mostDecimals,
                    rounding, sign));
        } else if (token.equals("precision-integer")) {
            return Optional.of(new EcmaNumber(grouping, 0, 0, rounding, sign));
        } else if (token.matches("\\.0{0,20}#{0,20}") && token.length() <= 21) {
            return Optional.of(new EcmaNumber(grouping, (int) token.chars().filter(it -> it == '0').count(), token.length() - 1,
                    rounding, sign));
        } else if (token.startsWith("rounding-mode-")) {
            return Optional.ofNullable(ROUNDINGS.get(token.substring("rounding-mode-".length())))
                    .map(it -> new EcmaNumber(grouping, leastDecimals, mostDecimals, it, sign));
        } else if (token.startsWith("sign-")) {
            return Optional.ofNullable(SIGNS.get(token.substring("sign-".length())))
                    .map(it -> new EcmaNumber(grouping, leastDecimals, mostDecimals, rounding, it));
        }
        return Optional.empty();
    }
}
