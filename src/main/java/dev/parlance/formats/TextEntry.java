package dev.parlance.formats;

import dev.parlance.rendering.syntax.Syntax;

/**
 * The text of a message in one locale, as written in a file.
 *
 * <p>Message and description have the same syntax.
 */
public record TextEntry(Syntax syntax, String message, String description) {
}
