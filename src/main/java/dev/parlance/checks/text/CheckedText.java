package dev.parlance.checks.text;

import dev.parlance.rendering.syntax.Syntax;

/**
 * A message and its description in one locale, as typed.
 *
 * <p>A part that is not written yet is empty.
 */
public record CheckedText(Syntax syntax, String message, String description) {

    public String text(TextPart part) {
        return switch (part) {
            case MESSAGE -> message;
            case DESCRIPTION -> description;
        };
    }

    public CheckedText with(TextPart part, String text) {
        return switch (part) {
            case MESSAGE -> new CheckedText(syntax, text, description);
            case DESCRIPTION -> new CheckedText(syntax, message, text);
        };
    }
}
