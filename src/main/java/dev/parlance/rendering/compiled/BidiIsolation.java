package dev.parlance.rendering.compiled;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;

/**
 * Whether string arguments are set apart with U+2068 (FSI) and U+2069 (PDI), as Unicode's bidirectional algorithm (UAX #9)
 * advises for text inserted into text.
 */
public enum BidiIsolation {
    /** All of them in right-to-left locales; elsewhere those that hold a right-to-left letter. */
    WHERE_NEEDED,
    ALWAYS,
    NEVER;

    private static final char FIRST_RIGHT_TO_LEFT = '\u0590';

    boolean appliesToAll(boolean rightToLeftLocale) {
        return this == ALWAYS || this == WHERE_NEEDED && rightToLeftLocale;
    }

    static boolean hasRightToLeft(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Most text ends here: nothing below is written from right to left.
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
