package dev.parlance.checks;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.parlance.checks.text.CharacterClasses;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.TextPart;
import dev.parlance.checks.text.Whitespace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A check for translations that are empty or equal to their source.
 *
 * <p>Single words, names in capitals, numbers and identifiers are alike in many languages and do not count. Variants of one
 * language may be equal altogether.
 */
public final class UntranslatedText implements Check {
    private static final int MIN_WORDS = 2;

    @Override
    public String name() {
        return "untranslated";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parsedParts()) {
            if (text.part() == TextPart.MESSAGE && isEmpty(text) && subject.source().filter(it -> !it.message().isBlank()).isPresent()) {
                found.add(FindingType.EMPTY.error(this, text, Span.of(text)));
            }
        }
        for (var pair : subject.pairs()) {
            if (!pair.isSameLanguage() && countTranslatableWords(pair.source()) >= MIN_WORDS
                    && Whitespace.normalize(pair.text().defaultVariant().text())
                    .equals(Whitespace.normalize(pair.source().defaultVariant().text()))) {
                found.add(FindingType.UNTRANSLATED.warning(this, pair.text(), Span.of(pair.text())));
            }
        }
        return found;
    }

    /** Returns whether no branch shows a visible character. */
    private static boolean isEmpty(ParsedPart text) {
        return text.variants().stream().allMatch(it -> it.text().codePoints()
                .allMatch(c -> UCharacter.isUWhiteSpace(c) || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)));
    }

    /**
     * Counts distinct words in lower case, because capitalised words may be names.
     *
     * <p>The first word of a text counts despite its capital. A word stands between whitespace or punctuation: {@code ops/sec}
     * and {@code key:} do not count.
     */
    private static int countTranslatableWords(ParsedPart source) {
        var shown = source.defaultVariant().text();
        var words = new HashSet<String>();
        for (int start = 0; start < shown.length();) {
            int end = start;
            boolean lowerCase = false;
            while (end < shown.length() && Character.isLetter(shown.charAt(end)) && !source.tokens().covers(end)) {
                lowerCase |= Character.isLowerCase(shown.charAt(end));
                end++;
            }
            boolean translatable = words.isEmpty() && lowerCase || end > start && Character.isLowerCase(shown.charAt(start))
                    || end > start && CharacterClasses.isUnspacedScript(shown.charAt(start));
            boolean last = end == source.defaultVariant().contentEnd() - 1;
            if (end > start + 1 && translatable && isWordBoundary(shown, start - 1, "(\"“«'-")
                    && (last || isWordBoundary(shown, end, ".,;!?)\"”»'-…"))) {
                words.add(shown.substring(start, end));
            }
            start = end + 1;
        }
        return words.size();
    }

    private static boolean isWordBoundary(String shown, int at, String marks) {
        return at < 0 || at >= shown.length() || Whitespace.isWhitespace(shown.charAt(at)) || marks.indexOf(shown.charAt(at)) >= 0
                || CharacterClasses.isUnspacedScript(shown.charAt(at));
    }
}
