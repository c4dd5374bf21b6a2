package dev.parlance.exchange.imports;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.formats.dialect.ConvertedText;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares texts of files with stored texts.
 *
 * <p>Formats write the same text in different ways, such as an argument by its name or its position. Equivalent texts count as unchanged,
 * and the stored form is preserved.
 */
final class TextComparison {
    private TextComparison() {
    }

    /** Returns the new content from a text of a file; empty if the stored content is equivalent. */
    static Optional<TextContent> changed(ConvertedEntry entry, Optional<TextContent> stored, ArgumentContract contract) {
        var text = entry.text().orElseThrow();
        var description = entry.description();
        if (stored.isEmpty()) {
            return Optional.of(new TextContent(text.syntax(), text.text(), description.orElse("")));
        }
        var before = stored.get();
        if (!isSame(entry, before, contract)) {
            return Optional.of(description.map(it -> new TextContent(text.syntax(), text.text(), it))
                    .orElseGet(() -> withDescriptionOf(before, text, contract)));
        }
        boolean sameNote = entry.note().isPresent() && entry.note().equals(FileNote.of(before, contract));
        if (description.isEmpty() || sameNote
                || isSame(text.syntax(), description.get(), before.syntax(), before.description(), contract)) {
            return Optional.empty();
        }
        // The message keeps its form if the description can be written in the same syntax.
        return Optional.of(before.syntax() == text.syntax() ? new TextContent(before.syntax(), before.message(), description.get())
                : new TextContent(text.syntax(), text.text(), description.get()));
    }

    /** Returns whether a text of a file is equivalent to the stored text, or is what an export writes for it. */
    static boolean isSame(ConvertedEntry entry, TextContent stored, ArgumentContract contract) {
        var text = entry.text().orElseThrow();
        return isSame(text.syntax(), text.text(), stored.syntax(), stored.message(), contract)
                || new ExportedText(stored, entry.locale(), contract).equalsOriginal(entry.original());
    }

    private static boolean isSame(Syntax syntax, String text, Syntax otherSyntax, String otherText, ArgumentContract contract) {
        if (syntax == otherSyntax && text.equals(otherText)) {
            return true;
        }
        boolean bothPrintf = syntax == Syntax.PRINTF && otherSyntax == Syntax.PRINTF;
        if (bothPrintf && (hasInexpressibleArguments(text, contract) || hasInexpressibleArguments(otherText, contract))) {
            return false;
        }
        return parse(syntax, text, contract).equals(parse(otherSyntax, otherText, contract));
    }

    /** Returns whether a text has conversions with a width or base, which its pattern does not express. */
    private static boolean hasInexpressibleArguments(String text, ArgumentContract contract) {
        return !PatternText.inexpressibleArguments(Syntax.PRINTF, text, contract).isEmpty();
    }

    private static ParsedPattern parse(Syntax syntax, String text, ArgumentContract contract) {
        return withoutDefaultStyles(ParsedPattern.of(PatternText.of(syntax, text).withNames(contract)), contract);
    }

    /** A number without a style is formatted by the rules of the locale, whether the pattern or the contract declares it. */
    private static ParsedPattern withoutDefaultStyles(ParsedPattern pattern, ArgumentContract contract) {
        return new ParsedPattern(pattern.parts().stream().map(it -> withoutDefaultStyle(it, contract)).toList());
    }

    private static PatternPart withoutDefaultStyle(PatternPart part, ArgumentContract contract) {
        if (part instanceof PatternPart.StyledSlot slot && slot.type().equals("number") && slot.style().isEmpty()
                && contract.declares(slot.name(), ArgumentType.NUMBER)) {
            return new PatternPart.Slot(slot.name());
        } else if (part instanceof PatternPart.Select select) {
            return new PatternPart.Select(select.name(), mapValues(select.branches(), contract));
        } else if (part instanceof PatternPart.Plural plural) {
            return new PatternPart.Plural(plural.name(), plural.ordinal(), plural.offset(), mapValues(plural.exact(), contract),
                    mapValues(plural.branches(), contract));
        }
        return part;
    }

    private static <K> Map<K, ParsedPattern> mapValues(Map<K, ParsedPattern> branches, ArgumentContract contract) {
        var mapped = new LinkedHashMap<K, ParsedPattern>();
        branches.forEach((selector, branch) -> mapped.put(selector, withoutDefaultStyles(branch, contract)));
        return mapped;
    }

    /** A message and its description have the same syntax, so an unchanged description may have to be converted. */
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
