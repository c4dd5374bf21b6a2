package dev.parlance.rendering;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.PluralRules;
import org.jspecify.annotations.Nullable;

/**
 * The plural category of a number as it is printed in a format, as an index into {@link SmallNumbers#CATEGORIES}. Immutable.
 *
 * @param format null for formats that are no plain decimal formats: ICU then goes by the value alone
 */
record PluralCategories(PluralRules rules, @Nullable LocalizedNumberFormatter format, byte[] small) {

    static PluralCategories of(PluralRules rules, LocalizedNumberFormatter format) {
        return new PluralCategories(rules, format, SmallNumbers.categories(format, rules));
    }

    static PluralCategories byValue(PluralRules rules) {
        return new PluralCategories(rules, null, new byte[0]);
    }

    int of(Number number) {
        int index = SmallNumbers.index(number);
        if (index >= 0 && index < small.length) {
            return small[index];
        }
        var keyword = format == null ? rules.select(number.doubleValue()) : rules.select(format.format(number));
        return SmallNumbers.CATEGORIES.indexOf(keyword);
    }
}
