package dev.parlance.locales;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A plural category of a locale, with sample numbers to which the rules of CLDR assign it.
 *
 * <p>ICU's own samples of fractions are internal API, so candidates are assigned by the rules instead.
 *
 * @param samples integers first, then decimals, each in ascending order and with ASCII digits
 */
public record PluralCategory(String name, List<String> samples) {
    private static final List<String> NAMES = List.of("zero", "one", "two", "few", "many", "other");
    private static final int MAX_INTEGERS = 7;
    private static final int MAX_DECIMALS = 3;

    /** Beyond 200, only powers of ten have categories that smaller numbers do not have. */
    private static final List<FormattedNumber> INTEGERS = format(0, IntStream.concat(IntStream.rangeClosed(0, 200),
            IntStream.of(1_000, 10_000, 100_000, 1_000_000)));
    private static final List<FormattedNumber> DECIMALS = format(1, IntStream.rangeClosed(0, 200));

    private static final BoundedCache<LocaleTag, List<PluralCategory>> CARDINAL = new BoundedCache<>();
    private static final BoundedCache<LocaleTag, List<PluralCategory>> ORDINAL = new BoundedCache<>();

    /** Returns the categories of counts, such as <i>3 files</i>, in the order of CLDR. */
    public static List<PluralCategory> cardinal(LocaleTag locale) {
        return CARDINAL.get(locale, it -> findAll(PluralRules.forLocale(it.toULocale(), PluralRules.PluralType.CARDINAL), true));
    }

    /** Returns the categories of ranks, such as <i>3rd</i>, in the order of CLDR. Ranks are integers. */
    public static List<PluralCategory> ordinal(LocaleTag locale) {
        return ORDINAL.get(locale, it -> findAll(PluralRules.forLocale(it.toULocale(), PluralRules.PluralType.ORDINAL), false));
    }

    private static List<PluralCategory> findAll(PluralRules rules, boolean withDecimals) {
        var samples = new LinkedHashMap<String, List<String>>();
        NAMES.stream().filter(rules.getKeywords()::contains).forEach(it -> samples.put(it, new ArrayList<>()));
        addSamples(rules, INTEGERS, MAX_INTEGERS, samples);
        if (withDecimals) {
            var decimals = new LinkedHashMap<String, List<String>>();
            samples.keySet().forEach(it -> decimals.put(it, new ArrayList<>()));
            addSamples(rules, DECIMALS, MAX_DECIMALS, decimals);
            samples.forEach((category, numbers) -> numbers.addAll(decimals.get(category)));
        }
        return samples.entrySet().stream().map(it -> new PluralCategory(it.getKey(), List.copyOf(it.getValue()))).toList();
    }

    private static void addSamples(PluralRules rules, List<FormattedNumber> candidates, int limit, Map<String, List<String>> samples) {
        for (var candidate : candidates) {
            var found = samples.get(rules.select(candidate));
            if (found.size() < limit) {
                found.add(candidate.toString());
            }
        }
    }

    /** Formats with as many fraction digits as the scale has: in many languages, 1 and 1.0 have different categories. */
    private static List<FormattedNumber> format(int scale, IntStream unscaled) {
        var format = NumberFormatter.withLocale(ULocale.ROOT).grouping(NumberFormatter.GroupingStrategy.OFF)
                .precision(Precision.fixedFraction(scale));
        return unscaled.mapToObj(it -> format.format(BigDecimal.valueOf(it, scale))).toList();
    }
}
