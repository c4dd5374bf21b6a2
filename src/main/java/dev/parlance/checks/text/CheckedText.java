package dev.parlance.checks.text;

import dev.parlance.rendering.syntax.Syntax;

/** The texts of a message in one locale, as typed. An empty one is not written yet. */
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
