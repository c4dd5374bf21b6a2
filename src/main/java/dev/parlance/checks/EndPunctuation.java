package dev.parlance.checks;

import dev.parlance.checks.text.Blanks;
import dev.parlance.checks.text.End;
import dev.parlance.checks.text.Pair;
import dev.parlance.checks.text.Reading;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text ends as its source does: with a full stop, a question or exclamation mark, a colon, an ellipsis, a comma, or with none of them,
 * each as its language writes it. Where only the tone differs, that is for information. Closing quotes, brackets and markup are
 * looked through.
 */
public final class EndPunctuation implements Check {
    private static final int LONGEST_MARKUP = 100;
    /** No full stop, and blanks for commas. */
    private static final Set<String> WITHOUT_STOPS = Set.of("th", "lo");
    /** Any sentence may end with a full stop, also one that asks or leads on to a list. */
    private static final Set<String> STOPS_FOR_ALL = Set.of("ja", "zh", "ko", "yue");
    /** Marks that ask or exclaim stand within the word, and the full stop looks like a colon. */
    private static final String ARMENIAN = "hy";

    private static final Set<End> STOPS = EnumSet.of(End.STOP, End.NONE, End.COMMA);
    private static final Set<End> TONELESS = EnumSet.of(End.STOP, End.NONE);

    @Override
    public String name() {
        return "end-punctuation";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var expected = pair.source().all().stream().map(it -> End.of(it.shown(), last(it), pair.source().language()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(End.class)));
            // What an argument ends with, nobody knows.
            var source = pair.source().usual();
            boolean unknown = source.last() > 0 && source.shown().charAt(source.last() - 1) == Reading.SLOT;
            for (var reading : unknown ? List.<Reading>of() : pair.text().all()) {
                int last = last(reading);
                var end = End.of(reading.shown(), last, pair.text().language());
                if (!expected.contains(end) && expected.size() == 1 && last > 0) {
                    compare(found, pair, reading, last, end);
                }
            }
        }
        return found;
    }

    private void compare(List<Finding> found, Pair pair, Reading reading, int last, End end) {
        var source = pair.source().usual();
        var expected = End.of(source.shown(), last(source), pair.source().language());
        if (allowed(pair.text().language(), expected, end)) {
            return;
        }
        var mark = expected == End.NONE ? "" : mark(source, last(source), expected);
        var own = end == End.NONE ? "" : mark(reading, last, end);
        var fault = end == End.NONE ? "missing" : expected == End.NONE ? "superfluous" : "other";
        var span = reading.typed(last - own.length(), last);
        found.add(style(expected, end)
                ? Explanation.END_PUNCTUATION.information(this, pair.text(), span, fault, own, mark)
                : Explanation.END_PUNCTUATION.warning(this, pair.text(), span, fault, own, mark));
    }

    /** A full stop more, or one for an exclamation mark, says the same in another tone. */
    private static boolean style(End expected, End end) {
        return expected == End.NONE && end == End.STOP || expected == End.EXCLAMATION && TONELESS.contains(end)
                || end == End.EXCLAMATION && TONELESS.contains(expected);
    }

    private static boolean allowed(String language, End expected, End end) {
        boolean stopOrNone = STOPS.contains(expected) && STOPS.contains(end);
        boolean inWord = EnumSet.of(End.QUESTION, End.EXCLAMATION).contains(expected) && EnumSet.of(End.STOP, End.NONE).contains(end);
        // It leads on to what follows, a link or a value, which other languages join otherwise.
        boolean leadsOn = expected == End.NONE && EnumSet.of(End.COLON, End.COMMA).contains(end);
        return leadsOn || WITHOUT_STOPS.contains(language) && (stopOrNone || inWord)
                || ARMENIAN.equals(language) && (inWord || expected != End.NONE && EnumSet.of(End.STOP, End.COLON).contains(end))
                || STOPS_FOR_ALL.contains(language) && expected != End.NONE && end == End.STOP;
    }

    private static String mark(Reading reading, int last, End end) {
        return end == End.ELLIPSIS && reading.shown().charAt(last - 1) == '.' ? "..." : reading.shown().substring(last - 1, last);
    }

    /** Behind the last character that counts. */
    private static int last(Reading reading) {
        var shown = reading.shown();
        int last = reading.last();
        while (last > 0) {
            char c = shown.charAt(last - 1);
            int open = c == '>' ? shown.lastIndexOf('<', last - 1) : -1;
            if (open >= 0 && last - open <= LONGEST_MARKUP) {
                last = open;
            } else if (")]}\"'”’“»›«」』）】]\u200E\u200F\u2069\u202C".indexOf(c) >= 0 || Blanks.blank(c)) {
                last--;
            } else {
                return last;
            }
        }
        return last;
    }
}
