package dev.parlance.exchange.imports;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.formats.dialect.ConvertedText;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares texts of files with stored ones.
 *
 * <p>Formats write the same text in different ways: an argument by its name or its position, an apostrophe once or twice. Such texts are
 * the same, and the stored form stays.
 */
final class TextComparison {
    private TextComparison() {
    }

    /** Returns the content that a text of a file brings; empty if the stored content says the same. */
    static Optional<TextContent> changed(ConvertedText text, Optional<String> description, Optional<TextContent> stored,
            ArgumentContract contract) {
        if (stored.isEmpty()) {
            return Optional.of(new TextContent(text.syntax(), text.text(), description.map(it -> DialectReader.quote(text, it)).orElse("")));
        }
        var before = stored.get();
        if (!isSame(text.syntax(), text.text(), before.syntax(), before.message(), contract)) {
            return Optional.of(description.map(it -> new TextContent(text.syntax(), text.text(), DialectReader.quote(text, it)))
                    .orElseGet(() -> withDescriptionOf(before, text, contract)));
        }
        var kept = new ConvertedText(before.syntax(), before.message());
        return description.map(it -> DialectReader.quote(kept, it))
                .filter(it -> !isSame(before.syntax(), it, before.syntax(), before.description(), contract))
                .map(it -> new TextContent(before.syntax(), before.message(), it));
    }

    static boolean isSame(Syntax syntax, String text, Syntax otherSyntax, String otherText, ArgumentContract contract) {
        if (syntax == otherSyntax && text.equals(otherText)) {
            return true;
        }
        boolean bothPrintf = syntax == Syntax.PRINTF && otherSyntax == Syntax.PRINTF;
        if (bothPrintf && (hasInexpressible(text, contract) || hasInexpressible(otherText, contract))) {
            return false;
        }
        return parse(syntax, text, contract).equals(parse(otherSyntax, otherText, contract));
    }

    /** The pattern of such a text does not tell its width or its base. */
    private static boolean hasInexpressible(String text, ArgumentContract contract) {
        return !PatternText.inexpressibleArguments(Syntax.PRINTF, text, contract).isEmpty();
    }

    private static ParsedPattern parse(Syntax syntax, String text, ArgumentContract contract) {
        return ParsedPattern.of(PatternText.of(syntax, text).withNames(contract));
    }

    /** A message and its description have one syntax, so a description that stays may have to be converted. */
    private static TextContent withDescriptionOf(TextContent before, ConvertedText text, ArgumentContract contract) {
        if (before.syntax() == text.syntax() || before.description().isEmpty()) {
            return new TextContent(text.syntax(), text.text(), before.description());
        }
        var description = parse(before.syntax(), before.description(), contract).parts();
        if (description.stream().allMatch(PatternPart.Literal.class::isInstance)) {
            var literal = description.stream().map(it -> ((PatternPart.Literal) it).text()).collect(Collectors.joining());
            return new TextContent(text.syntax(), text.text(), DialectReader.quote(text, literal));
        }
        return new TextContent(Syntax.ICU, PatternText.of(text.syntax(), text.text()).withNames(contract).pattern(),
                PatternText.of(before.syntax(), before.description()).withNames(contract).pattern());
    }
}
