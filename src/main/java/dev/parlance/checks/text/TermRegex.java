package dev.parlance.checks.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;

/**
 * A glossary term as a regular expression over typed texts.
 *
 * <p>For a database that folds the case of ASCII letters only. The expression matches every text in which
 * {@code MissingGlossaryTerms} finds the term, and few others. It consists of brackets and {@code .*}, which all dialects read
 * alike.
 */
public final class TermRegex {
    private static final String ANYTHING = ".*";
    /** The longest case folding of one character, in UTF-16 code units: ﬃ. */
    private static final int MAX_FOLDING_LENGTH = 3;

    private TermRegex() {
    }

    /**
     * Returns the expression for a term.
     *
     * <p>A character other than a letter or digit may be typed in several ways, so {@code .*} stands for it.
     */
    public static String of(String term) {
        var folded = UCharacter.foldCase(EnglishPlurals.commonStart(term), true);
        var pattern = new StringBuilder();
        for (int i = 0; i < folded.length();) {
            int folding = foldingLength(folded, i);
            int c = folded.codePointAt(i);
            if (folding == 0 && Character.isLetterOrDigit(c)) {
                pattern.append('[').append(caseVariants(c)).append(']');
            } else if (pattern.isEmpty() || pattern.charAt(pattern.length() - 1) != '*') {
                pattern.append(ANYTHING);
            }
            i += Math.max(folding, Character.charCount(c));
        }
        return pattern.toString();
    }

    /** Returns how many characters from here may be one character of a text, {@code ss} for ß; 0 if none. */
    private static int foldingLength(String folded, int start) {
        for (int length = MAX_FOLDING_LENGTH; length > 1; length--) {
            if (start + length <= folded.length() && isFoldingOfOneCharacter(folded.substring(start, start + length))) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isFoldingOfOneCharacter(String folded) {
        return new UnicodeSet().add(folded).closeOver(UnicodeSet.CASE_INSENSITIVE).getRangeCount() > 0;
    }

    private static StringBuilder caseVariants(int c) {
        var cases = new StringBuilder();
        new UnicodeSet(c, c).closeOver(UnicodeSet.CASE_INSENSITIVE).ranges().forEach(range -> {
            for (int it = range.codepoint; it <= range.codepointEnd; it++) {
                cases.appendCodePoint(it);
            }
        });
        return cases;
    }
}
