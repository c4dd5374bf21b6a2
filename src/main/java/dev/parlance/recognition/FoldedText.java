package dev.parlance.recognition;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Arrays;

/**
 * A text without the differences that a tolerant comparison ignores.
 *
 * <p>Case is folded, quotation marks are alike, and blanks, line breaks and invisible characters such as isolates are left out. A
 * literal of a message is folded in the same way wherever it occurs, so texts are indexed in this form for exact comparisons too.
 *
 * @param value   the remaining characters
 * @param offsets where each of them was
 */
record FoldedText(String value, int[] offsets) {
    private static final char IGNORED = 0;
    private static final char QUOTATION_MARK = '\'';
    /** Marks that are typed as quotation marks, but do not have the property. */
    private static final String TYPED_AS_QUOTATION_MARKS = "`\u00B4\u02BC\u2032\u2033";
    private static final char[] FOLDED = createTable();

    private static char[] createTable() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            boolean ignored = UCharacter.isUWhiteSpace(i) || UCharacter.isISOControl(i)
                    || UCharacter.hasBinaryProperty(i, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
            boolean quotation = UCharacter.hasBinaryProperty(i, UProperty.QUOTATION_MARK)
                    || TYPED_AS_QUOTATION_MARKS.indexOf(i) >= 0;
            // The simple folding of a character of the Basic Multilingual Plane stays within it.
            table[i] = ignored ? IGNORED : quotation ? QUOTATION_MARK : (char) UCharacter.foldCase(i, true);
        }
        return table;
    }

    static FoldedText of(String text) {
        var folded = new char[text.length()];
        var offsets = new int[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char it = FOLDED[text.charAt(i)];
            if (it != IGNORED) {
                offsets[length] = i;
                folded[length++] = it;
            }
        }
        return new FoldedText(new String(folded, 0, length), Arrays.copyOf(offsets, length));
    }

    static String fold(String text) {
        var folded = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char it = FOLDED[text.charAt(i)];
            if (it != IGNORED) {
                folded[length++] = it;
            }
        }
        return new String(folded, 0, length);
    }
}
