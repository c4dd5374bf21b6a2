package dev.parlance.rest;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.parlance.problems.Refusal;
import java.util.Locale;

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

    private static boolean forbidden(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacter.CONTROL -> character != '\t' && character != '\n';
            case UCharacter.SURROGATE -> true;
            default -> UCharacter.hasBinaryProperty(character, UProperty.NONCHARACTER_CODE_POINT)
                    || character >= '\u202A' && character <= '\u202E';
        };
    }
}
