package dev.parlance.checks;

import com.ibm.icu.lang.UCharacter;
import dev.parlance.checks.text.CharacterClasses;
import dev.parlance.checks.text.EnglishPlurals;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.TranslationPair;
import dev.parlance.checks.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A check for glossary terms that are not translated as the glossary requires.
 *
 * <p>Applies if the source contains the term or its English plural. A term that must not be translated must appear as in the glossary or in
 * the source. Endings may differ, so the beginning of each word of a translation is enough.
 */
public final class MissingGlossaryTerms implements Check {
    private static final int MIN_STEM_LENGTH = 3;
    private static final int MAX_ENDING_LENGTH = 3;

    @Override
    public String name() {
        return "terms";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.terms().isEmpty() ? List.<TranslationPair>of() : subject.pairs()) {
            var source = foldCase(pair.source());
            var text = foldCase(pair.text());
            for (var term : subject.terms()) {
                if (!containsTerm(source, UCharacter.foldCase(term.source(), true))) {
                    continue;
                }
                if (term.doNotTranslate() && !isPreserved(pair, term.source())) {
                    found.add(FindingType.TERM_CHANGED.warning(this, pair.text(), Span.of(pair.text()), term.source()));
                } else if (!term.doNotTranslate() && term.translation().isPresent()
                        && !containsTranslation(text, term.translation().get())) {
                    found.add(FindingType.TERM_MISSING.warning(this, pair.text(), Span.of(pair.text()), term.source(),
                            term.translation().get()));
                }
            }
        }
        return found;
    }

    private static boolean isPreserved(TranslationPair pair, String term) {
        var source = pair.source().defaultVariant().text();
        var text = pair.text().defaultVariant().text();
        return EnglishPlurals.formsOf(term).stream().anyMatch(form -> text.contains(form)
                || IntStream.rangeClosed(0, source.length() - form.length())
                .filter(it -> source.regionMatches(true, it, form, 0, form.length()) && isWholeWord(source, it, it + form.length()))
                .anyMatch(it -> text.contains(source.substring(it, it + form.length()))));
    }

    private static String foldCase(ParsedPart text) {
        return UCharacter.foldCase(Whitespace.normalize(text.defaultVariant().text()), true);
    }

    private static boolean containsTerm(String text, String term) {
        return EnglishPlurals.formsOf(term).stream().anyMatch(it -> containsWord(text, it));
    }

    private static boolean containsWord(String text, String word) {
        for (int at = word.isEmpty() ? -1 : text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (isWholeWord(text, at, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWholeWord(String text, int start, int end) {
        return (start == 0 || !isWordCharacter(text, start - 1, start)) && (end == text.length() || !isWordCharacter(text, end, end - 1));
    }

    private static boolean isWordCharacter(String text, int at, int beside) {
        return Character.isLetterOrDigit(text.charAt(at)) && !CharacterClasses.isUnspacedScript(text.charAt(beside));
    }

    private static boolean containsTranslation(String text, String translation) {
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
        int length = word.isEmpty() || CharacterClasses.isUnspacedScript(word.charAt(0)) ? word.length()
                : Math.max(Math.min(MIN_STEM_LENGTH, word.length()), word.length() - MAX_ENDING_LENGTH);
        return word.substring(0, length);
    }
}
