package dev.parlance.checks.text;

import dev.parlance.rendering.syntax.Syntax;

/** The texts of a message in one locale, as typed. An empty one is not written yet. */
public record Written(Syntax syntax, String message, String description) {

    public String text(Part part) {
        return switch (part) {
            case MESSAGE -> message;
            case DESCRIPTION -> description;
        };
    }

    public Written with(Part part, String text) {
        return switch (part) {
            case MESSAGE -> new Written(syntax, text, description);
            case DESCRIPTION -> new Written(syntax, message, text);
        };
    }
}
