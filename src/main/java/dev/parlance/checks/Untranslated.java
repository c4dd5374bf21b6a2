package dev.parlance.checks;

import java.util.ArrayList;
import java.util.List;

/**
 * A translation is not its source. Single words, names in capitals, numbers and identifiers are alike in many languages; variants of
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
        for (var pair : subject.pairs()) {
            if (!pair.sameLanguage() && words(pair.source()) >= FEWEST_WORDS
                    && Blanks.normalised(pair.text().usual().shown()).equals(Blanks.normalised(pair.source().usual().shown()))) {
                found.add(Explanation.UNTRANSLATED.warning(this, pair.text(), Span.whole(pair.text())));
            }
        }
        return found;
    }

    /** That begin with a small letter: the others may be names. The first of a text always begins with a capital. */
    private static int words(Typed source) {
        var shown = source.usual().shown();
        int words = 0;
        for (int start = 0; start < shown.length();) {
            int end = start;
            boolean small = false;
            while (end < shown.length() && Character.isLetter(shown.charAt(end)) && !source.tokens().covers(end)) {
                small |= Character.isLowerCase(shown.charAt(end));
                end++;
            }
            words += end > start + 1 && (small && (words == 0 || Character.isLowerCase(shown.charAt(start)))
                    || Letters.withoutBlanks(shown.charAt(start))) ? 1 : 0;
            start = end + 1;
        }
        return words;
    }
}
