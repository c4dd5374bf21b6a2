package dev.parlance.rendering.compiled;

import com.ibm.icu.text.PluralRules;
import java.util.List;

/**
 * Tables of ICU's digits and plural categories for the integers 0 to 255 in a locale.
 *
 * <p>Most numbers in messages are in this range.
 */
public final class SmallNumberTables {
    static final int COUNT = 256;

    /** The plural categories, in the order of ICU's internal {@code com.ibm.icu.impl.StandardPlural}. */
    public static final List<String> CATEGORIES = List.of("zero", "one", "two", "few", "many", "other");

    private SmallNumberTables() {
    }

    /** Returns the number as an index, or -1 if it is not in the tables. */
    static int indexOf(Object number) {
        if (number instanceof Integer || number instanceof Long) {
            long value = ((Number) number).longValue();
            return value >= 0 && value < COUNT ? (int) value : -1;
        }
        return -1;
    }

    static String[] digits(ThreadLocalNumberFormat format) {
        var digits = new String[COUNT];
        for (int i = 0; i < COUNT; i++) {
            digits[i] = format.format(i).toString();
        }
        return digits;
    }

    static byte[] categories(ThreadLocalNumberFormat format, PluralRules rules) {
        var categories = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            categories[i] = (byte) CATEGORIES.indexOf(rules.select(format.format(i)));
        }
        return categories;
    }
}
