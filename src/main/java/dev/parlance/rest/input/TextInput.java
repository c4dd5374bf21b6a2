package dev.parlance.rest.input;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every text from outside has to be, before anything else reads it. */
public final class TextInput {

    private TextInput() {
    }

    /** @param pointer where the text stands, for the refusal */
    public static String requireAllowedCharacters(String pointer, String text) {
        ForbiddenCharacters.findFirst(text).ifPresent(character -> {
            throw ProblemType.FORBIDDEN_CHARACTER.with(pointer, String.format(Locale.ROOT, "U+%04X", character));
        });
        return text;
    }

    /** A note that may be left out. */
    public static String optionalText(String pointer, @Nullable String text, int maxLength) {
        if (text == null) {
            return "";
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw ProblemType.TOO_LONG.with(pointer, maxLength);
        }
        return requireAllowedCharacters(pointer, text);
    }

    /** @param pointer where its members stand */
    public static TextContent wording(String pointer, @Nullable String message, @Nullable String description, @Nullable String syntax) {
        if (message == null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/message", "missing");
        }
        try {
            return new TextContent(syntax == null ? Syntax.ICU : Syntax.of(syntax), requireAllowedCharacters(pointer + "/message", message),
                    requireAllowedCharacters(pointer + "/description", Optional.ofNullable(description).orElse("")));
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/syntax", "value");
        }
    }
}
