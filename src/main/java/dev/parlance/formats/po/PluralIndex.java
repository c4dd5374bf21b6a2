package dev.parlance.formats.po;

import com.ibm.icu.text.PluralRules;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.regex.Pattern;

/**
 * Maps the plural forms of a file, by index, to the categories of a locale.
 *
 * @param count      the number of forms
 * @param expression returns the index for a number
 */
record PluralIndex(int count, LongUnaryOperator expression) {
    /** The CLDR rules for smaller whole numbers repeat every 100. */
    private static final int SAMPLES = 200;
    private static final int MAX_COUNT = 20;
    /** A form for more numbers than this is not treated as a form for single numbers. */
    private static final int MAX_EXACT = 3;
    private static final Pattern HEADER = Pattern.compile("\\s*nplurals\\s*=\\s*(\\d{1,9})\\s*;\\s*plural\\s*=\\s*([^;]*);?\\s*");

    /**
     * Parses the value of {@code Plural-Forms}.
     *
     * @throws IllegalArgumentException if it is invalid, or gives an index beyond the number of forms
     */
    static PluralIndex parse(String header) {
        var match = HEADER.matcher(header);
        if (!match.matches()) {
            throw new IllegalArgumentException("Plural-Forms is not of the form nplurals=…; plural=…;");
        }
        int count = Integer.parseInt(match.group(1));
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("nplurals must be from 1 to " + MAX_COUNT);
        }
        var index = new PluralIndex(count, PluralExpression.parse(match.group(2)));
        for (int n = 0; n <= SAMPLES; n++) {
            index.form(n);
        }
        return index;
    }

    /** @throws IllegalArgumentException if the expression has no valid result for the number */
    int form(long number) {
        try {
            long form = expression.applyAsLong(number);
            if (form >= 0 && form < count) {
                return (int) form;
            }
            throw new IllegalArgumentException("Plural-Forms gives " + form + " for " + number);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Plural-Forms divides by zero for " + number);
        }
    }

    /** Returns whether both map each number to the same form. */
    boolean sameAs(PluralIndex other) {
        for (int n = 0; n <= SAMPLES; n++) {
            if (form(n) != other.form(n)) {
                return false;
            }
        }
        return count == other.count;
    }

    /** Returns the index of the form for each category of whole numbers, and for exact numbers such as {@code =0}. */
    Map<String, Integer> formsByCategory(LocaleTag locale) {
        var rules = PluralRules.forLocale(locale.toULocale());
        var votes = new TreeMap<String, int[]>();
        for (int n = 0; n <= SAMPLES; n++) {
            votes.computeIfAbsent(rules.select(n), it -> new int[count])[form(n)]++;
        }
        var forms = new LinkedHashMap<String, Integer>();
        votes.forEach((category, counts) -> forms.put(category, indexOfMaximum(counts)));
        for (int form = 0; form < count; form++) {
            var numbers = numbersOf(form);
            if (!forms.containsValue(form) && numbers.size() <= MAX_EXACT) {
                for (var number : numbers) {
                    forms.put("=" + number, form);
                }
            }
        }
        return forms;
    }

    /** Returns the category of the numbers of each form; {@code other} for a form without numbers. */
    List<String> categoriesByForm(LocaleTag locale) {
        var rules = PluralRules.forLocale(locale.toULocale());
        var categories = new ArrayList<String>();
        for (int form = 0; form < count; form++) {
            var votes = new TreeMap<String, Integer>();
            numbersOf(form).forEach(n -> votes.merge(rules.select(n), 1, Integer::sum));
            categories.add(votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("other"));
        }
        return categories;
    }

    private List<Integer> numbersOf(int form) {
        var numbers = new ArrayList<Integer>();
        for (int n = 0; n <= SAMPLES; n++) {
            if (form(n) == form) {
                numbers.add(n);
            }
        }
        return numbers;
    }

    private static int indexOfMaximum(int[] counts) {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }
}
