package dev.parlance.formats.dialect;

import dev.parlance.rendering.syntax.Syntax;

/** A text as it is stored. */
public record ConvertedText(Syntax syntax, String text) {
}
