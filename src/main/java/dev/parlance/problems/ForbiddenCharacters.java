package dev.parlance.problems;

import java.util.OptionalInt;

/**
 * Characters that are rejected in all texts from outside.
 *
 * <p>These are control characters (including NUL) except tab and line feed, lone surrogates, noncharacters, and the bidirectional
 * embeddings and overrides U+202A to U+202E, which can make text display differently from its content.
 */
public final class ForbiddenCharacters {

    private ForbiddenCharacters() {
    }

    /** Returns the first forbidden code point in the text. */
    public static OptionalInt findFirst(String text) {
        return isPrintableAscii(text) ? OptionalInt.empty() : text.codePoints().filter(ForbiddenCharacters::isForbidden).findFirst();
    }

    /** Fast path: most arguments are printable ASCII. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t' && character != '\n';
            case Character.SURROGATE -> true;
            default -> isNoncharacter(character) || character >= '\u202A' && character <= '\u202E';
        };
    }

    /** The last two code points of each plane, and U+FDD0 to U+FDEF (Unicode, 23.7). */
    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= '\uFDD0' && character <= '\uFDEF';
    }
}
