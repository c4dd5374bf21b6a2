package dev.parlance.client.icu;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.PluralRules;

/** The plural categories of numbers. Immutable. */
interface PluralCategories {
    String categoryOf(Number number);

    /** Returns the categories of the values alone, as ICU does for numbers in a skeleton. */
    static PluralCategories ofValue(PluralRules rules) {
        return number -> rules.select(number.doubleValue());
    }

    /** Returns the categories of the numbers as printed: 1.0 printed as 1 is {@code one} in English. */
    static PluralCategories asPrinted(PluralRules rules, LocalizedNumberFormatter format) {
        return number -> rules.select(format.format(number.doubleValue()));
    }
}
