package dev.parlance.exchange.imports;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternText;
import java.util.Optional;
import java.util.stream.Collectors;

/** The description of a text as written in files: a note without syntax. */
public final class FileNote {
    private FileNote() {
    }

    /**
     * Returns the note of a text; empty if it has no description. Arguments are written as in a pattern, because notes have no arguments.
     */
    public static Optional<String> of(TextContent content, ArgumentContract contract) {
        if (content.description().isEmpty()) {
            return Optional.empty();
        }
        var pattern = PatternText.of(content.syntax(), content.description()).withNames(contract);
        var parts = ParsedPattern.of(pattern).parts();
        return Optional.of(parts.stream().allMatch(PatternPart.Literal.class::isInstance)
                ? parts.stream().map(it -> ((PatternPart.Literal) it).text()).collect(Collectors.joining()) : pattern.pattern());
    }
}
