package dev.parlance.checks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text ends as its source does: with a full stop, a question or exclamation mark, a colon, an ellipsis, a comma, or with none of them,
 * each as its language writes it. Closing quotes, brackets and markup are looked through.
 */
public final class EndPunctuation implements Check {
    private static final int LONGEST_MARKUP = 100;
    /** No full stop, and blanks for commas. */
    private static final Set<String> WITHOUT_STOPS = Set.of("th", "lo");
    /** A question may end with a full stop. */
    private static final Set<String> STOPS_FOR_QUESTIONS = Set.of("ja", "zh", "ko", "yue");
    /** These marks stand within the word. */
    private static final String ARMENIAN = "hy";

    private enum End {
        NONE(""), STOP(".。．｡।॥۔։។။॥።"), QUESTION("?？؟;⸮፧"), EXCLAMATION("!！՜"), COLON(":：៖"), ELLIPSIS("…"), COMMA(",，、،;；؛፣");

        private final String marks;

        End(String marks) {
            this.marks = marks;
        }
    }

    @Override
    public String name() {
        return "end-punctuation";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var expected = pair.source().all().stream().map(it -> end(it.shown(), last(it), pair.source()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(End.class)));
            for (var reading : pair.text().all()) {
                int last = last(reading);
                var end = end(reading.shown(), last, pair.text());
                if (!expected.contains(end) && expected.size() == 1 && last > 0) {
                    compare(found, pair, reading, last, end);
                }
            }
        }
        return found;
    }

    private void compare(List<Finding> found, Pair pair, Reading reading, int last, End end) {
        var source = pair.source().usual();
        var expected = end(source.shown(), last(source), pair.source());
        if (allowed(pair.text().locale().icu().getLanguage(), expected, end)) {
            return;
        }
        var mark = expected == End.NONE ? "" : mark(source, last(source), expected);
        var own = end == End.NONE ? "" : mark(reading, last, end);
        var fault = end == End.NONE ? "missing" : expected == End.NONE ? "superfluous" : "other";
        found.add(Explanation.END_PUNCTUATION.warning(this, pair.text(), reading.typed(last - own.length(), last), fault, own, mark));
    }

    private static boolean allowed(String language, End expected, End end) {
        boolean stopOrNone = EnumSet.of(End.STOP, End.NONE, End.COMMA).contains(expected) && EnumSet.of(End.STOP, End.NONE, End.COMMA).contains(end);
        boolean inWord = EnumSet.of(End.QUESTION, End.EXCLAMATION).contains(expected) && EnumSet.of(End.STOP, End.NONE).contains(end);
        return WITHOUT_STOPS.contains(language) && (stopOrNone || inWord)
                || ARMENIAN.equals(language) && inWord
                || STOPS_FOR_QUESTIONS.contains(language) && inWord && end == End.STOP;
    }

    private static String mark(Reading reading, int last, End end) {
        return end == End.ELLIPSIS && reading.shown().charAt(last - 1) == '.' ? "..." : reading.shown().substring(last - 1, last);
    }

    private static End end(String shown, int last, Typed text) {
        if (last == 0) {
            return End.NONE;
        } else if (shown.startsWith("...", last - 3) || shown.startsWith("。。。", last - 3)) {
            return End.ELLIPSIS;
        }
        char c = shown.charAt(last - 1);
        if ((c == ';' || c == '\u037E') && !text.locale().icu().getLanguage().equals("el")) {
            return End.COMMA;
        }
        for (var end : End.values()) {
            if (end.marks.indexOf(c) >= 0) {
                return end;
            }
        }
        return End.NONE;
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
