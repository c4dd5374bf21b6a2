package dev.parlance.rendering.compiled;

import com.ibm.icu.text.PluralRules;
import org.jspecify.annotations.Nullable;

/**
 * The plural category of a number as it is printed in a format, as an index into {@link SmallNumberTables#CATEGORIES}. ICU judges its
 * {@code double}, also where all digits of a larger one are printed. Immutable.
 *
 * @param format null for formats that are no plain decimal formats: ICU then goes by the value alone
 * @param plain  whether the format prints whole numbers as they are, so that their value is enough
 */
public record PluralCategories(PluralRules rules, @Nullable ThreadLocalNumberFormat format, boolean plain, byte[] small) {
    public static PluralCategories categoryOf(PluralRules rules, ThreadLocalNumberFormat format) {
        return new PluralCategories(rules, format, false, SmallNumberTables.categories(format, rules));
    }

    static PluralCategories categoryOf(PluralRules rules, UnstyledNumberFormat numbers) {
        return new PluralCategories(rules, numbers.format(), true, SmallNumberTables.categories(numbers.format(), rules));
    }

    public static PluralCategories ofValue(PluralRules rules) {
        return new PluralCategories(rules, null, false, new byte[0]);
    }

    int categoryOf(Number number) {
        int index = SmallNumberTables.indexOf(number);
        if (index >= 0 && index < small.length) {
            return small[index];
        }
        double value = number.doubleValue();
        var keyword = format == null || plain && isInt(number) ? rules.select(value) : rules.select(format.format(value));
        return SmallNumberTables.CATEGORIES.indexOf(keyword);
    }

    /** Beyond an {@code int}, ICU's rules judge a bare number wrongly, and a printed one rightly. */
    private static boolean isInt(Number number) {
        return (number instanceof Long || number instanceof Integer) && number.intValue() == number.longValue();
    }
}
