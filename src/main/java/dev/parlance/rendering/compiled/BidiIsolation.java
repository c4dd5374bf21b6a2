package dev.parlance.rendering.compiled;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;

/**
 * The isolation of string arguments with U+2068 (FSI) and U+2069 (PDI).
 *
 * <p>The Unicode Bidirectional Algorithm (UAX #9) recommends isolates for text inserted into other text.
 */
public enum BidiIsolation {
    /** Isolates all strings in right-to-left locales, elsewhere only strings with a right-to-left letter. */
    WHERE_NEEDED,
    ALWAYS,
    NEVER;

    private static final char FIRST_RIGHT_TO_LEFT = '\u0590';

    boolean appliesToAll(boolean rightToLeftLocale) {
        return this == ALWAYS || this == WHERE_NEEDED && rightToLeftLocale;
    }

    /** Returns whether a text has a right-to-left letter. */
    public static boolean hasRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Fast path for most characters: none below U+0590 is right-to-left.
            if (text.charAt(i) >= FIRST_RIGHT_TO_LEFT) {
                int direction = UCharacter.getDirection(text.codePointAt(i));
                if (direction == UCharacterDirection.RIGHT_TO_LEFT || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC) {
                    return true;
                }
            }
        }
        return false;
    }
}
