package dev.parlance.checks.text;

import com.ibm.icu.lang.UScript;

/** Questions about single characters. The names say {@code ascii} where only the letters of identifiers are meant. */
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

    /** Of a script that writes no blanks between words. */
    public static boolean isUnspacedScript(int c) {
        int script = UScript.getScript(c);
        return script == UScript.HAN || script == UScript.HIRAGANA || script == UScript.KATAKANA || script == UScript.THAI
                || script == UScript.LAO || script == UScript.KHMER || script == UScript.MYANMAR;
    }
}
