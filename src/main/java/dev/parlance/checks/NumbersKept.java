package dev.parlance.checks;

import com.ibm.icu.text.PluralRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of the source stand in the translation, in any digits and with any separators. One, and two where the language has a dual, may
 * be said in words or in the form of the noun.
 */
public final class NumbersKept implements Check {
    private static final String SEPARATORS = ".,'’٬٫\u00A0\u202F";

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var expected = numbers(pair.source());
            var own = numbers(pair.text());
            for (var number : expected.keySet()) {
                if (!own.containsKey(number) && !wordy(number, pair)) {
                    found.add(Explanation.NUMBER_MISSING.warning(this, pair.text(), Span.whole(pair.text()), number));
                }
            }
            own.forEach((number, span) -> {
                if (number.length() > 1 && !expected.containsKey(number)) {
                    found.add(Explanation.NUMBER_ADDED.warning(this, pair.text(), span, number));
                }
            });
        }
        return found;
    }

    private static boolean wordy(String number, Pair pair) {
        return number.equals("1") || number.equals("2") && PluralRules.forLocale(pair.text().locale().icu()).getKeywords().contains("two");
    }

    /** Without separators and in ASCII, with where each stands first. Digits behind a Latin letter belong to a name. */
    private static Map<String, Span> numbers(Typed text) {
        var shown = text.usual().shown();
        var numbers = new LinkedHashMap<String, Span>();
        for (int start = 0; start < shown.length();) {
            int end = start;
            var digits = new StringBuilder();
            while (end < shown.length() && (digit(shown, end) >= 0 || digits.length() > 0 && SEPARATORS.indexOf(shown.charAt(end)) >= 0
                    && end + 1 < shown.length() && digit(shown, end + 1) >= 0)) {
                int digit = digit(shown, end++);
                if (digit >= 0) {
                    digits.append(digit);
                }
            }
            boolean named = start > 0 && (Letters.asciiWord(shown.charAt(start - 1)) || text.tokens().covers(start));
            if (digits.length() > 0 && !named && !(start == 0 && text.tokens().covers(0))) {
                numbers.putIfAbsent(digits.toString(), text.usual().typed(start, end));
            }
            start = end + 1;
        }
        return numbers;
    }

    private static int digit(String shown, int at) {
        return Character.digit(shown.charAt(at), 10);
    }
}
