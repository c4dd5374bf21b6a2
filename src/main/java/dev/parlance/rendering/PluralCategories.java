package dev.parlance.rendering;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.PluralRules;
import org.jspecify.annotations.Nullable;

/**
 * The plural category of a number as it is printed in a format, as an index into {@link SmallNumbers#CATEGORIES}. Immutable.
 *
 * @param format null for formats that are no plain decimal formats: ICU then goes by the value alone
 * @param plain  whether the format prints whole numbers as they are, so that their value is enough
 */
record PluralCategories(PluralRules rules, @Nullable LocalizedNumberFormatter format, boolean plain, byte[] small) {
    private static final long LARGEST_EXACT = 1L << 53;

    static PluralCategories of(PluralRules rules, LocalizedNumberFormatter format) {
        return new PluralCategories(rules, format, false, SmallNumbers.categories(format, rules));
    }

    static PluralCategories of(PluralRules rules, PlainNumbers numbers) {
        return new PluralCategories(rules, numbers.format(), true, SmallNumbers.categories(numbers.format(), rules));
    }

    static PluralCategories byValue(PluralRules rules) {
        return new PluralCategories(rules, null, false, new byte[0]);
    }

    int of(Number number) {
        int index = SmallNumbers.index(number);
        if (index >= 0 && index < small.length) {
            return small[index];
        }
        var keyword = format == null || plain && whole(number) ? rules.select(number.doubleValue()) : rules.select(format.format(number));
        return SmallNumbers.CATEGORIES.indexOf(keyword);
    }

    private static boolean whole(Number number) {
        return (number instanceof Long || number instanceof Integer) && Math.abs(number.longValue()) < LARGEST_EXACT;
    }
}
