package dev.parlance.publishing.memory;

import dev.parlance.locales.AccentFolding;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;

/**
 * The parts of a text that each of its renderings contains, in this order: what is outside of arguments and their branches.
 *
 * <p>They tell which message a reader saw, without its arguments. A text that consists mostly of arguments is never recognised.
 */
record RenderedLiterals(List<String> folded) {
    /** The share of a rendered text that the literals must make up, as a divisor: arguments may be longer than their text. */
    private static final int MIN_SHARE = 3;
    /** Shorter literals occur in many texts by chance. */
    private static final int MIN_LENGTH = 8;
    /** The characters with which arguments and quoted text begin, in all syntaxes. */
    private static final String SYNTAX = "{%'";

    static RenderedLiterals of(Syntax syntax, String text) {
        return new RenderedLiterals(ParsedPattern.of(PatternText.of(syntax, text)).parts().stream()
                .filter(PatternPart.Literal.class::isInstance).map(it -> AccentFolding.fold(((PatternPart.Literal) it).text()))
                .filter(it -> !it.isBlank()).toList());
    }

    /** Returns whether a text cannot be a rendering, because it lacks the beginning of the typed text. Cheap, as it parses nothing. */
    static boolean isExcluded(String typed, String foldedText) {
        int end = 0;
        while (end < typed.length() && SYNTAX.indexOf(typed.charAt(end)) < 0) {
            end++;
        }
        return !foldedText.contains(AccentFolding.fold(typed.substring(0, end)).strip());
    }

    /** Returns whether a text contains the literals in order, and consists of them to a large part. */
    boolean occurIn(String foldedText) {
        int length = 0;
        int read = 0;
        for (var literal : folded) {
            var part = literal.strip();
            int start = foldedText.indexOf(part, read);
            if (start < 0) {
                return false;
            }
            read = start + part.length();
            length += part.length();
        }
        return length >= MIN_LENGTH && length * MIN_SHARE >= foldedText.length();
    }
}
