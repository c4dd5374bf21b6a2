package dev.parlance.checks.text;

import java.util.List;

/**
 * The content of a parsed text.
 *
 * @param defaultVariant with the branch {@code other} of each choice
 * @param variants each with another branch of the choices; the default variant only if there are none
 */
record ParsedText(DisplayText defaultVariant, List<DisplayText> variants, List<ArgumentUse> uses, List<PluralArgument> plurals) {

    static ParsedText literal(String text) {
        var reading = DisplayText.of(text);
        return new ParsedText(reading, List.of(reading), List.of(), List.of());
    }
}
