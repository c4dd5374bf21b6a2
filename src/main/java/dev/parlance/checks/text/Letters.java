package dev.parlance.checks.text;

import com.ibm.icu.lang.UScript;

/** Questions about single characters. The names say {@code ascii} where only the letters of identifiers are meant. */
public final class Letters {

    private Letters() {
    }

    public static boolean ascii(char c) {
        return lower(c) || upper(c);
    }

    static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean upper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean asciiWord(char c) {
        return ascii(c) || c >= '0' && c <= '9' || c == '_';
    }

    /** Of a script that writes no blanks between words. */
    public static boolean withoutBlanks(int c) {
        int script = UScript.getScript(c);
        return script == UScript.HAN || script == UScript.HIRAGANA || script == UScript.KATAKANA || script == UScript.THAI
                || script == UScript.LAO || script == UScript.KHMER || script == UScript.MYANMAR;
    }
}
