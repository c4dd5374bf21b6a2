package dev.parlance.checks.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import dev.parlance.checks.MissingGlossaryTerms;

/**
 * A term as a regular expression over texts as typed, for a database that knows no case but that of ASCII: found in each text that
 * {@link MissingGlossaryTerms} finds the term in, and in few others. Of brackets and {@code .*} only, which all dialects read alike.
 */
public final class TermRegex {
    private static final String ANYTHING = ".*";
    /** The longest foldings of one character: ﬃ. */
    private static final int MAX_FOLDING_LENGTH = 3;

    private TermRegex() {
    }

    /** What is no letter or digit may be typed in several ways, so anything may stand for it. */
    public static String of(String term) {
        var folded = UCharacter.foldCase(term, true);
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

    /** How many characters from here may be one in a text: {@code ss} for ß. */
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
