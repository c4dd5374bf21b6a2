package dev.parlance.rest.recognition;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of a text that can be codes, such as {@code -1015} in {@code code=-1015}. */
final class CodeTokens {
    /** A single character, such as a number in a list, is rarely a code. */
    private static final int MIN_LENGTH = 2;
    /** The length of the longest code. */
    private static final int MAX_LENGTH = 64;
    private static final int MAX_TOKENS = 1000;

    private CodeTokens() {
    }

    /** Returns the first place of each word, in the order of the text. */
    static Map<String, Integer> find(String text) {
        var tokens = new LinkedHashMap<String, Integer>();
        int start = 0;
        while (start < text.length() && tokens.size() < MAX_TOKENS) {
            int end = start;
            while (end < text.length() && isPartOfCode(text.charAt(end))) {
                end++;
            }
            int last = end;
            while (last > start && text.charAt(last - 1) == '.') {
                last--;
            }
            if (last - start >= MIN_LENGTH && last - start <= MAX_LENGTH) {
                tokens.putIfAbsent(text.substring(start, last), start);
            }
            start = end + 1;
        }
        return tokens;
    }

    private static boolean isPartOfCode(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_' || c == '.';
    }
}
