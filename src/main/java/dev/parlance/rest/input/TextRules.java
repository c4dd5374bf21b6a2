package dev.parlance.rest.input;

import java.util.Optional;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What every text from outside has to be, before anything else reads it. */
public final class TextRules {

    private TextRules() {
    }

    /** @param pointer where the text stands, for the refusal */
    public static String checked(String pointer, String text) {
        ForbiddenCharacters.first(text).ifPresent(character -> {
            throw Refusal.FORBIDDEN_CHARACTER.with(pointer, String.format(Locale.ROOT, "U+%04X", character));
        });
        return text;
    }

    /** A note that may be left out. */
    public static String comment(String pointer, @Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw Refusal.TOO_LONG.with(pointer, longest);
        }
        return checked(pointer, text);
    }

    /** @param pointer where its members stand */
    public static Wording wording(String pointer, @Nullable String message, @Nullable String description, @Nullable String syntax) {
        if (message == null) {
            throw Refusal.INVALID_FIELD.with(pointer + "/message", "missing");
        }
        try {
            return new Wording(syntax == null ? Syntax.ICU : Syntax.of(syntax), checked(pointer + "/message", message),
                    checked(pointer + "/description", Optional.ofNullable(description).orElse("")));
        } catch (IllegalArgumentException e) {
            throw Refusal.INVALID_FIELD.with(pointer + "/syntax", "value");
        }
    }
}
