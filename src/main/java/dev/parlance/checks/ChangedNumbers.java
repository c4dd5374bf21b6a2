package dev.parlance.checks;

import dev.parlance.checks.text.CharacterClasses;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Whitespace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A check for numbers that differ between a source and its translation.
 *
 * <p>Numbers match in any digits and with any separators. A number up to ten may be spelled out or expressed by the form of a
 * noun. An added number ({@code 16進}, {@code RFC 2617}) is reported only if another number is missing. A translation that counts
 * in units such as ten thousand ({@code 20億}) cannot be compared.
 */
public final class ChangedNumbers implements Check {
    private static final String SEPARATORS = ".,'’٬٫\u00A0\u202F";
    private static final List<String> SCALE_WORDS =
            List.of("万", "萬", "亿", "億", "兆", "만", "억", "조", "लाख", "करोड़");
    private static final int MAX_SPELLED_OUT = 10;

    /**
     * A number of a text.
     *
     * @param digits ASCII digits without separators: {@code 1000}
     * @param groups the digits between separators: {@code 1} and {@code 000}
     */
    private record FoundNumber(String digits, List<String> groups, Span span) {
        boolean mayBeSpelledOut() {
            return digits.length() <= 2 && Integer.parseInt(digits) <= MAX_SPELLED_OUT;
        }
    }

    /**
     * The numbers of a text.
     *
     * @param standalone by digits, the numbers that are not part of a name: not after an ASCII letter, digit or underscore, and
     *         not in an untranslatable token
     * @param all the digits of every number and of each of its groups
     * @param scaled whether a word such as {@code 億} follows a number
     */
    private record FoundNumbers(Map<String, FoundNumber> standalone, Set<String> all, boolean scaled) {
        List<FoundNumber> without(FoundNumbers other) {
            return standalone.values().stream().filter(it -> !other.all().contains(it.digits()) && !other.all().containsAll(it.groups()))
                    .toList();
        }
    }

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var expected = findNumbers(pair.source());
            var own = findNumbers(pair.text());
            var missing = expected.without(own);
            if (!missing.isEmpty() && !own.scaled()) {
                var added = own.without(expected);
                missing.stream().filter(it -> !it.mayBeSpelledOut() || !added.isEmpty()).forEach(it -> found.add(
                        FindingType.NUMBER_MISSING.warning(this, pair.text(), Span.of(pair.text()), it.digits())));
                added.forEach(it -> found.add(FindingType.NUMBER_ADDED.warning(this, pair.text(), it.span(), it.digits())));
            }
        }
        return found;
    }

    private static FoundNumbers findNumbers(ParsedPart text) {
        var shown = text.defaultVariant().text();
        var free = new LinkedHashMap<String, FoundNumber>();
        var all = new HashSet<String>();
        boolean scaled = false;
        for (int start = 0; start < shown.length();) {
            int end = numberEnd(shown, start);
            if (end > start) {
                var number = parseNumber(shown, start, end, text.defaultVariant());
                all.add(number.digits());
                all.addAll(number.groups());
                scaled |= isFollowedByScaleWord(shown, end);
                if (!text.tokens().covers(start) && (start == 0 || !CharacterClasses.isAsciiWordCharacter(shown.charAt(start - 1)))) {
                    free.putIfAbsent(number.digits(), number);
                }
            }
            start = end + 1;
        }
        return new FoundNumbers(free, all, scaled);
    }

    /** Returns the end of a run of digits with single separators, or {@code start} if there is none. */
    private static int numberEnd(String shown, int start) {
        int end = start;
        while (end < shown.length() && (digitAt(shown, end) >= 0 || end > start && SEPARATORS.indexOf(shown.charAt(end)) >= 0
                && end + 1 < shown.length() && digitAt(shown, end + 1) >= 0)) {
            end++;
        }
        return end;
    }

    private static FoundNumber parseNumber(String shown, int start, int end, DisplayText reading) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        for (int i = start; i < end; i++) {
            int digit = digitAt(shown, i);
            if (digit >= 0) {
                run.append(digit);
            } else {
                runs.add(run.toString());
                run.setLength(0);
            }
        }
        runs.add(run.toString());
        return new FoundNumber(String.join("", runs), runs, reading.sourceSpan(start, end));
    }

    private static boolean isFollowedByScaleWord(String shown, int end) {
        int next = end < shown.length() && Whitespace.isWhitespace(shown.charAt(end)) ? end + 1 : end;
        return SCALE_WORDS.stream().anyMatch(it -> shown.startsWith(it, next));
    }

    private static int digitAt(String shown, int at) {
        return Character.digit(shown.charAt(at), 10);
    }
}
