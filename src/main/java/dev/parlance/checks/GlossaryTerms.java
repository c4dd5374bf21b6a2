package dev.parlance.checks;

import com.ibm.icu.lang.UCharacter;
import dev.parlance.checks.text.Blanks;
import dev.parlance.checks.text.Letters;
import dev.parlance.checks.text.Pair;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the source has a term of the glossary, the translation has its translation, or the term itself where it is not to be
 * translated, written as it is or as this source writes it. Endings may differ: of each word the beginning is enough.
 */
public final class GlossaryTerms implements Check {
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_ENDING = 3;

    @Override
    public String name() {
        return "terms";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.terms().isEmpty() ? List.<Pair>of() : subject.pairs()) {
            var source = folded(pair.source());
            var text = folded(pair.text());
            for (var term : subject.terms()) {
                if (!holds(source, UCharacter.foldCase(term.source(), true))) {
                    continue;
                }
                if (term.doNotTranslate() && !kept(pair, term.source())) {
                    found.add(Explanation.TERM_CHANGED.warning(this, pair.text(), Span.whole(pair.text()), term.source()));
                } else if (!term.doNotTranslate() && term.translation().isPresent() && !says(text, term.translation().get())) {
                    found.add(Explanation.TERM_MISSING.warning(this, pair.text(), Span.whole(pair.text()), term.source(),
                            term.translation().get()));
                }
            }
        }
        return found;
    }

    private static boolean kept(Pair pair, String term) {
        var source = pair.source().usual().shown();
        var text = pair.text().usual().shown();
        return text.contains(term) || IntStream.rangeClosed(0, source.length() - term.length())
                .filter(it -> source.regionMatches(true, it, term, 0, term.length()) && whole(source, it, it + term.length()))
                .anyMatch(it -> text.contains(source.substring(it, it + term.length())));
    }

    private static String folded(Typed text) {
        return UCharacter.foldCase(Blanks.normalised(text.usual().shown()), true);
    }

    private static boolean holds(String text, String term) {
        for (int at = term.isEmpty() ? -1 : text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
            if (whole(text, at, at + term.length())) {
                return true;
            }
        }
        return false;
    }

    /** As whole words; an English plural is the same term. */
    private static boolean whole(String text, int start, int termEnd) {
        int end = termEnd + (text.startsWith("s", termEnd) ? 1 : 0);
        return (start == 0 || !inWord(text, start - 1, start)) && (end == text.length() || !inWord(text, end, end - 1));
    }

    private static boolean inWord(String text, int at, int beside) {
        return Character.isLetterOrDigit(text.charAt(at)) && !Letters.withoutBlanks(text.charAt(beside));
    }

    private static boolean says(String text, String translation) {
        int from = 0;
        for (var word : UCharacter.foldCase(translation, true).split(" ")) {
            int at = text.indexOf(stem(word), from);
            if (at < 0) {
                return false;
            }
            from = at;
        }
        return true;
    }

    private static String stem(String word) {
        int length = word.isEmpty() || Letters.withoutBlanks(word.charAt(0)) ? word.length()
                : Math.max(Math.min(SHORTEST_STEM, word.length()), word.length() - LONGEST_ENDING);
        return word.substring(0, length);
    }
}
