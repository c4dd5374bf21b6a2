package dev.parlance.rendering.compiled;

import com.ibm.icu.text.PluralRules;
import org.jspecify.annotations.Nullable;

/**
 * The plural category of a number as it is printed in a format, as an index into {@link SmallNumbers#CATEGORIES}. ICU judges its
 * {@code double}, also where all digits of a larger one are printed. Immutable.
 *
 * @param format null for formats that are no plain decimal formats: ICU then goes by the value alone
 * @param plain  whether the format prints whole numbers as they are, so that their value is enough
 */
public record PluralCategories(PluralRules rules, @Nullable OwnNumberFormat format, boolean plain, byte[] small) {
    public static PluralCategories of(PluralRules rules, OwnNumberFormat format) {
        return new PluralCategories(rules, format, false, SmallNumbers.categories(format, rules));
    }

    static PluralCategories of(PluralRules rules, PlainNumbers numbers) {
        return new PluralCategories(rules, numbers.format(), true, SmallNumbers.categories(numbers.format(), rules));
    }

    public static PluralCategories byValue(PluralRules rules) {
        return new PluralCategories(rules, null, false, new byte[0]);
    }

    int of(Number number) {
        int index = SmallNumbers.index(number);
        if (index >= 0 && index < small.length) {
            return small[index];
        }
        double value = number.doubleValue();
        var keyword = format == null || plain && whole(number) ? rules.select(value) : rules.select(format.format(value));
        return SmallNumbers.CATEGORIES.indexOf(keyword);
    }

    /** Beyond an {@code int}, ICU's rules judge a bare number wrongly, and a printed one rightly. */
    private static boolean whole(Number number) {
        return (number instanceof Long || number instanceof Integer) && number.intValue() == number.longValue();
    }
}
