package dev.parlance.checks;

import dev.parlance.checks.text.Blanks;
import dev.parlance.checks.text.Letters;
import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of the source stand in the translation, in any digits and with any separators. Up to ten they may be said in words, or by
 * the form of a noun; a number more ({@code 16進}, {@code RFC 2617}) is told only where another is missing. What is counted in
 * ten thousands ({@code 20億}) cannot be compared.
 */
public final class NumbersKept implements Check {
    private static final String SEPARATORS = ".,'’٬٫\u00A0\u202F";
    private static final List<String> SCALES =
            List.of("万", "萬", "亿", "億", "兆", "만", "억", "조", "लाख", "करोड़");
    private static final int IN_WORDS = 10;

    /** Without separators and in ASCII: {@code 1000}, of the runs {@code 1} and {@code 000}. */
    private record Number(String joined, List<String> runs, Span span) {
        boolean inWords() {
            return joined.length() <= 2 && Integer.parseInt(joined) <= IN_WORDS;
        }
    }

    /**
     * @param free those that are no part of a name: not behind a Latin letter, and in nothing that machines read
     * @param all  the others too, and the runs of each
     */
    private record Numbers(Map<String, Number> free, Set<String> all, boolean scaled) {
        List<Number> without(Numbers other) {
            return free.values().stream().filter(it -> !other.all().contains(it.joined()) && !other.all().containsAll(it.runs())).toList();
        }
    }

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
            var missing = expected.without(own);
            if (!missing.isEmpty() && !own.scaled()) {
                var added = own.without(expected);
                missing.stream().filter(it -> !it.inWords() || !added.isEmpty()).forEach(it -> found.add(
                        Explanation.NUMBER_MISSING.warning(this, pair.text(), Span.whole(pair.text()), it.joined())));
                added.forEach(it -> found.add(Explanation.NUMBER_ADDED.warning(this, pair.text(), it.span(), it.joined())));
            }
        }
        return found;
    }

    private static Numbers numbers(Typed text) {
        var shown = text.usual().shown();
        var free = new LinkedHashMap<String, Number>();
        var all = new HashSet<String>();
        boolean scaled = false;
        for (int start = 0; start < shown.length();) {
            int end = end(shown, start);
            if (end > start) {
                var number = number(shown, start, end, text.usual());
                all.add(number.joined());
                all.addAll(number.runs());
                scaled |= scaled(shown, end);
                if (!text.tokens().covers(start) && (start == 0 || !Letters.asciiWord(shown.charAt(start - 1)))) {
                    free.putIfAbsent(number.joined(), number);
                }
            }
            start = end + 1;
        }
        return new Numbers(free, all, scaled);
    }

    /** Of digits, with single separators between them. */
    private static int end(String shown, int start) {
        int end = start;
        while (end < shown.length() && (digit(shown, end) >= 0 || end > start && SEPARATORS.indexOf(shown.charAt(end)) >= 0
                && end + 1 < shown.length() && digit(shown, end + 1) >= 0)) {
            end++;
        }
        return end;
    }

    private static Number number(String shown, int start, int end, Reading reading) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        for (int i = start; i < end; i++) {
            int digit = digit(shown, i);
            if (digit >= 0) {
                run.append(digit);
            } else {
                runs.add(run.toString());
                run.setLength(0);
            }
        }
        runs.add(run.toString());
        return new Number(String.join("", runs), runs, reading.typed(start, end));
    }

    private static boolean scaled(String shown, int end) {
        int next = end < shown.length() && Blanks.blank(shown.charAt(end)) ? end + 1 : end;
        return SCALES.stream().anyMatch(it -> shown.startsWith(it, next));
    }

    private static int digit(String shown, int at) {
        return Character.digit(shown.charAt(at), 10);
    }
}
