package dev.parlance.rendering.compiled;

import com.ibm.icu.text.PluralRules;
import org.jspecify.annotations.Nullable;

/**
 * The plural categories of numbers as printed in a format. Immutable.
 *
 * <p>A category is an index into {@link SmallNumberTables#CATEGORIES}. ICU uses the {@code double} of a number, even if the format
 * prints all digits of a larger one.
 *
 * @param format null unless the format is a plain decimal format: ICU then uses the value alone
 * @param plain  whether the format prints whole numbers unchanged, so that their value is sufficient
 * @param small  the categories of the numbers in {@link SmallNumberTables}
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

    /** Beyond an {@code int}, ICU's rules are wrong for a plain value and right for a formatted number. */
    private static boolean isInt(Number number) {
        return (number instanceof Long || number instanceof Integer) && number.intValue() == number.longValue();
    }
}
