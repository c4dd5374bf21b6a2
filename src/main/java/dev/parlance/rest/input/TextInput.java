package dev.parlance.rest.input;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.LineBreaks;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Validation that every text from a client must pass. */
public final class TextInput {

    private TextInput() {
    }

    /**
     * Returns the text if all its characters are allowed, with {@code \n} for each {@code \r\n}.
     *
     * @param pointer the JSON Pointer or parameter name of the text, for the problem
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#FORBIDDEN_CHARACTER}
     */
    public static String requireAllowedCharacters(String pointer, String text) {
        var normalized = LineBreaks.normalize(text);
        ForbiddenCharacters.findFirst(normalized).ifPresent(character -> {
            throw ProblemType.FORBIDDEN_CHARACTER.with(pointer, String.format(Locale.ROOT, "U+%04X", character));
        });
        return normalized;
    }

    /**
     * Returns an optional text such as a comment; the empty string if absent.
     *
     * @param maxLength in code points
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#TOO_LONG} or {@link ProblemType#FORBIDDEN_CHARACTER}
     */
    public static String optionalText(String pointer, @Nullable String text, int maxLength) {
        if (text == null) {
            return "";
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw ProblemType.TOO_LONG.with(pointer, maxLength);
        }
        return requireAllowedCharacters(pointer, text);
    }

    /**
     * Returns the content of a text. The syntax defaults to ICU, and the description to the empty string.
     *
     * @param pointer the JSON Pointer of the object that has these members
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} or {@link ProblemType#FORBIDDEN_CHARACTER}
     */
    public static TextContent parseContent(String pointer, @Nullable String message, @Nullable String description,
            @Nullable String syntax) {
        if (message == null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/message", "missing");
        }
        try {
            return new TextContent(syntax == null ? Syntax.ICU : Syntax.of(syntax), requireAllowedCharacters(pointer + "/message", message),
                    requireAllowedCharacters(pointer + "/description", Optional.ofNullable(description).orElse("")));
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/syntax", "value", "icu, printf, plain");
        }
    }
}
