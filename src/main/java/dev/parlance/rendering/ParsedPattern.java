package dev.parlance.rendering;

import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.RenderContext;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The parts of a parsed pattern. Adjacent literals are merged, so a writer can quote each literal on its own. */
public record ParsedPattern(List<PatternPart> parts) {
    public ParsedPattern {
        parts = mergeLiterals(parts);
    }

    /** @throws TextSyntaxException if the pattern is not a valid ICU pattern */
    public static ParsedPattern of(PatternText pattern) {
        return PatternParser.parse(pattern.pattern());
    }

    /** Returns whether an argument selects between branches. An argument with {@code other} only does not. */
    public boolean hasBranches() {
        return allParts().anyMatch(it -> it instanceof PatternPart.Select select && select.branches().size() > 1
                || it instanceof PatternPart.Plural plural
                        && (plural.branches().size() > 1 || !plural.exact().isEmpty() || plural.offset() != 0)
                || it instanceof PatternPart.Choice);
    }

    /** Returns all parts including those in branches, outer before inner. */
    public Stream<PatternPart> allParts() {
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), branchesOf(part).flatMap(ParsedPattern::allParts)));
    }

    /** Returns the pattern without branches: each argument is replaced by its {@code other} branch. */
    public ParsedPattern withDefaultBranches() {
        return new ParsedPattern(parts.stream().flatMap(it -> PatternPart.defaultBranch(it).stream()).toList());
    }

    /**
     * Returns the pattern with explicit isolates around strings, for clients that do not add any.
     *
     * <p>The isolates are those that {@link BidiIsolation#WHERE_NEEDED} adds in right-to-left locales.
     */
    public ParsedPattern withIsolates(ArgumentContract contract) {
        var isolated = new ArrayList<PatternPart>();
        for (var part : parts) {
            if (part instanceof Slot slot && !contract.declares(slot.name(), ArgumentType.NUMBER)) {
                isolated.add(new Literal(String.valueOf(RenderContext.FIRST_STRONG_ISOLATE)));
                isolated.add(slot);
                isolated.add(new Literal(String.valueOf(RenderContext.POP_DIRECTIONAL_ISOLATE)));
            } else {
                isolated.add(mapBranches(part, it -> it.withIsolates(contract)));
            }
        }
        return new ParsedPattern(isolated);
    }

    private static PatternPart mapBranches(PatternPart part, UnaryOperator<ParsedPattern> mapper) {
        if (part instanceof PatternPart.Select select) {
            return new PatternPart.Select(select.name(), mapValues(select.branches(), mapper));
        } else if (part instanceof PatternPart.Plural plural) {
            return new PatternPart.Plural(plural.name(), plural.ordinal(), plural.offset(), mapValues(plural.exact(), mapper),
                    mapValues(plural.branches(), mapper));
        } else if (part instanceof PatternPart.Choice choice) {
            return new PatternPart.Choice(choice.name(), mapper.apply(choice.last()));
        }
        return part;
    }

    private static <K> Map<K, ParsedPattern> mapValues(Map<K, ParsedPattern> branches, UnaryOperator<ParsedPattern> mapper) {
        var changed = new LinkedHashMap<K, ParsedPattern>();
        branches.forEach((selector, branch) -> changed.put(selector, mapper.apply(branch)));
        return Collections.unmodifiableMap(changed);
    }

    private static Stream<ParsedPattern> branchesOf(PatternPart part) {
        if (part instanceof PatternPart.Select select) {
            return select.branches().values().stream();
        } else if (part instanceof PatternPart.Plural plural) {
            return Stream.concat(plural.exact().values().stream(), plural.branches().values().stream());
        } else if (part instanceof PatternPart.Choice choice) {
            return Stream.of(choice.last());
        }
        return Stream.empty();
    }

    private static List<PatternPart> mergeLiterals(List<PatternPart> parts) {
        var merged = new ArrayList<PatternPart>();
        var literal = new StringBuilder();
        for (var part : parts) {
            if (part instanceof Literal added) {
                literal.append(added.text());
            } else {
                addLiteral(merged, literal);
                merged.add(part);
            }
        }
        addLiteral(merged, literal);
        return Collections.unmodifiableList(merged);
    }

    private static void addLiteral(List<PatternPart> parts, StringBuilder literal) {
        if (literal.length() > 0) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
