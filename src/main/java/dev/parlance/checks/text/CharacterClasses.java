package dev.parlance.checks.text;

import com.ibm.icu.lang.UScript;

/**
 * Predicates on single characters.
 *
 * <p>Those with {@code Ascii} in the name cover only the characters of identifiers.
 */
public final class CharacterClasses {

    private CharacterClasses() {
    }

    public static boolean isAsciiLetter(char c) {
        return isAsciiLowerCase(c) || isAsciiUpperCase(c);
    }

    static boolean isAsciiLowerCase(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isAsciiUpperCase(char c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean isAsciiWordCharacter(char c) {
        return isAsciiLetter(c) || c >= '0' && c <= '9' || c == '_';
    }

    /** Returns whether a code point is of a script without spaces between words. */
    public static boolean isUnspacedScript(int c) {
        int script = UScript.getScript(c);
        return script == UScript.HAN || script == UScript.HIRAGANA || script == UScript.KATAKANA || script == UScript.THAI
                || script == UScript.LAO || script == UScript.KHMER || script == UScript.MYANMAR;
    }
}
