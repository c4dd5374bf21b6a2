package dev.parlance.checks;

import dev.parlance.checks.text.Blanks;
import dev.parlance.checks.text.Marks;
import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Typed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Each bracket and quotation mark has its other half. What closes what is told by CLDR for the language, and besides by what any
 * language does: a text may quote as another. A bracket in quotes is talked about, apostrophes are no quotes, nor is
 * {@code "} within a Hebrew word, {@code 1)} is no bracket, and where the source is not balanced, nothing is said.
 */
public final class Balance implements Check {
    /** Where in the reading it opens. */
    private record Open(char mark, int at) {
    }

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            boolean crooked = subject.source(text).flatMap(it -> unbalanced(it, it.usual())).isPresent();
            for (var reading : crooked ? List.<Reading>of() : text.all()) {
                unbalanced(text, reading).ifPresent(it -> found.add(Explanation.UNBALANCED.warning(this, text,
                        reading.typed(it.at(), it.at() + 1), String.valueOf(it.mark()))));
            }
        }
        return found;
    }

    /** The first mark without its other half. */
    private static Optional<Open> unbalanced(Typed text, Reading reading) {
        var shown = reading.shown();
        var delimiters = Marks.delimiters(text.locale());
        var open = new ArrayDeque<Open>();
        boolean abbreviating = abbreviating(shown);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c < 0x80 ? "()[]{}\"".indexOf(c) < 0 : Character.isLetterOrDigit(c)) {
                continue;
            }
            if (abbreviating && c == '"' && inWord(shown, i)) {
                continue;
            }
            if (Marks.named(shown, i) || text.usual() == reading && text.tokens().covers(i)) {
                continue;
            }
            var top = open.peek();
            if (top != null && Marks.closes(top.mark(), c, delimiters)) {
                open.pop();
            } else if (c == '"' && !inch(shown, i) || Marks.OPENING.indexOf(c) >= 0 || opens(shown, i, delimiters)) {
                open.push(new Open(c, i));
            } else if (Marks.CLOSING.indexOf(c) >= 0 && !listed(shown, i) && c != '"') {
                return Optional.of(new Open(c, i));
            }
        }
        return Optional.ofNullable(open.peekLast());
    }

    /** Marks that open in this language, and close in most, in front of a word. */
    private static boolean opens(String shown, int i, String delimiters) {
        char c = shown.charAt(i);
        int at = delimiters.indexOf(c);
        if (c == '»') {
            // German quotes »so«, Swedish »so»: whoever begins with one, opens with it.
            return shown.indexOf('»') < shown.indexOf('«') || shown.indexOf('«') < 0;
        }
        boolean inFront = i + 1 < shown.length() && (i == 0 || Blanks.blank(shown.charAt(i - 1)))
                && (Character.isLetterOrDigit(shown.charAt(i + 1)) || shown.charAt(i + 1) == Reading.SLOT);
        return "”›".indexOf(c) >= 0 && (inFront || at >= 0 && at % 2 == 0);
    }

    /** Hebrew marks abbreviations by {@code "} in a word, and prefixes stand before quotes without a blank: then the others are no pairs. */
    private static boolean abbreviating(String shown) {
        return IntStream.range(0, shown.length()).filter(it -> shown.charAt(it) == '"' && !inWord(shown, it)).count() % 2 == 0;
    }

    private static boolean inWord(String shown, int i) {
        return i > 0 && i + 1 < shown.length() && hebrew(shown.charAt(i - 1)) && hebrew(shown.charAt(i + 1));
    }

    private static boolean hebrew(char c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HEBREW;
    }

    private static boolean inch(String shown, int i) {
        return i > 0 && Character.isDigit(shown.charAt(i - 1)) && shown.indexOf('"') == shown.lastIndexOf('"');
    }

    /** {@code 1)}, {@code a)}, and faces. */
    private static boolean listed(String shown, int i) {
        if (i == 0 || shown.charAt(i) != ')' && shown.charAt(i) != '）') {
            return false;
        }
        char before = shown.charAt(i - 1);
        return ":;-".indexOf(before) >= 0 || Character.isLetterOrDigit(before) && (i == 1 || !Character.isLetter(shown.charAt(i - 2)));
    }
}
