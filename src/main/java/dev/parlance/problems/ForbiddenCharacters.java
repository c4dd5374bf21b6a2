package dev.parlance.problems;

import java.util.OptionalInt;

/**
 * Characters no text from outside may hold: NUL and other controls but tab and line feed, lone surrogates, noncharacters,
 * and the bidirectional overrides that make text read other than it is.
 */
public final class ForbiddenCharacters {

    private ForbiddenCharacters() {
    }

    /** The code point of the first one. */
    public static OptionalInt findFirst(String text) {
        return isPrintableAscii(text) ? OptionalInt.empty() : text.codePoints().filter(ForbiddenCharacters::isForbidden).findFirst();
    }

    /** As most arguments are. */
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

    /** The last two of every plane, and 32 in a block of their own (Unicode, 23.7). */
    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= '\uFDD0' && character <= '\uFDEF';
    }
}
