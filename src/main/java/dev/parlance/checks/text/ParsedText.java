package dev.parlance.checks.text;

import java.util.List;

/**
 * What is in a text.
 *
 * @param usual with {@code other} of each choice
 * @param all   each shows another branch of the choices; the usual one alone where there are none
 */
record ParsedText(DisplayText defaultVariant, List<DisplayText> variants, List<ArgumentUse> uses, List<PluralArgument> plurals) {

    static ParsedText literal(String text) {
        var reading = DisplayText.of(text);
        return new ParsedText(reading, List.of(reading), List.of(), List.of());
    }
}
