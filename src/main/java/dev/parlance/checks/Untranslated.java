package dev.parlance.checks;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.parlance.checks.text.Blanks;
import dev.parlance.checks.text.Letters;
import dev.parlance.checks.text.Part;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A translation says something where its source does, and is not its source. Single words, names in capitals, numbers and identifiers are alike in many languages; variants of
 * one language may be alike altogether.
 */
public final class Untranslated implements Check {
    private static final int FEWEST_WORDS = 2;

    @Override
    public String name() {
        return "untranslated";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            if (text.part() == Part.MESSAGE && empty(text) && subject.source().filter(it -> !it.message().isBlank()).isPresent()) {
                found.add(Explanation.EMPTY.error(this, text, Span.whole(text)));
            }
        }
        for (var pair : subject.pairs()) {
            if (!pair.sameLanguage() && words(pair.source()) >= FEWEST_WORDS
                    && Blanks.normalised(pair.text().usual().shown()).equals(Blanks.normalised(pair.source().usual().shown()))) {
                found.add(Explanation.UNTRANSLATED.warning(this, pair.text(), Span.whole(pair.text())));
            }
        }
        return found;
    }

    /** With nothing that can be seen, in no branch. */
    private static boolean empty(Typed text) {
        return text.all().stream().allMatch(it -> it.shown().codePoints()
                .allMatch(c -> UCharacter.isUWhiteSpace(c) || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)));
    }

    /**
     * Different ones that begin with a small letter, for the others may be names; the first of a text always begins with a capital. Only
     * those among blanks and punctuation: {@code ops/sec} and {@code key:} are none.
     */
    private static int words(Typed source) {
        var shown = source.usual().shown();
        var words = new HashSet<String>();
        for (int start = 0; start < shown.length();) {
            int end = start;
            boolean small = false;
            while (end < shown.length() && Character.isLetter(shown.charAt(end)) && !source.tokens().covers(end)) {
                small |= Character.isLowerCase(shown.charAt(end));
                end++;
            }
            boolean spoken = words.isEmpty() && small || end > start && Character.isLowerCase(shown.charAt(start))
                    || end > start && Letters.withoutBlanks(shown.charAt(start));
            boolean last = end == source.usual().last() - 1;
            if (end > start + 1 && spoken && beside(shown, start - 1, "(\"“«'-") && (last || beside(shown, end, ".,;!?)\"”»'-…"))) {
                words.add(shown.substring(start, end));
            }
            start = end + 1;
        }
        return words.size();
    }

    private static boolean beside(String shown, int at, String marks) {
        return at < 0 || at >= shown.length() || Blanks.blank(shown.charAt(at)) || marks.indexOf(shown.charAt(at)) >= 0
                || Letters.withoutBlanks(shown.charAt(at));
    }
}
