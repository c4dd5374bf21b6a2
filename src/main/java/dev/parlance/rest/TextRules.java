package dev.parlance.rest;

import dev.parlance.problems.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Characters no text from outside may hold: NUL and other controls but tab and line feed, lone surrogates, noncharacters,
 * and the bidirectional overrides that make text read other than it is.
 */
final class TextRules {

    private TextRules() {
    }

    /** @param pointer where the text stands, for the refusal */
    static String checked(String pointer, String text) {
        text.codePoints().filter(TextRules::forbidden).findFirst().ifPresent(character -> {
            throw Refusal.FORBIDDEN_CHARACTER.with(pointer, String.format(Locale.ROOT, "U+%04X", character));
        });
        return text;
    }

    /** A note that may be left out. */
    static String comment(String pointer, @Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw Refusal.TOO_LONG.with(pointer, longest);
        }
        return checked(pointer, text);
    }

    private static boolean forbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t' && character != '\n';
            case Character.SURROGATE -> true;
            default -> noncharacter(character) || character >= '\u202A' && character <= '\u202E';
        };
    }

    /** The last two of every plane, and 32 in a block of their own (Unicode, 23.7). */
    private static boolean noncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= '\uFDD0' && character <= '\uFDEF';
    }
}
