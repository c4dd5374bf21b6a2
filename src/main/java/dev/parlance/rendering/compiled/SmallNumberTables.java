package dev.parlance.rendering.compiled;

import com.ibm.icu.text.PluralRules;
import java.util.List;

/**
 * What ICU says of the whole numbers 0 to 255 in a locale, asked once: their digits and their plural categories. Most numbers in
 * messages are among them.
 */
public final class SmallNumberTables {
    static final int COUNT = 256;

    /** In the order of {@code com.ibm.icu.impl.StandardPlural}, which is not public. */
    public static final List<String> CATEGORIES = List.of("zero", "one", "two", "few", "many", "other");

    private SmallNumberTables() {
    }

    /** The number as an index, or -1 where it is none. */
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
