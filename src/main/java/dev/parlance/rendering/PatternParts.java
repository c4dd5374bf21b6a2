package dev.parlance.rendering;

import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.compiled.Execution;
import dev.parlance.rendering.compiled.Isolation;
import dev.parlance.rendering.syntax.BadText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A pattern taken apart. No literal stands beside another: a writer may quote each on its own. */
public record PatternParts(List<PatternPart> parts) {
    public PatternParts {
        parts = merged(parts);
    }

    /** @throws BadText where the pattern is none */
    public static PatternParts of(PatternText pattern) {
        return PatternReader.read(pattern.pattern());
    }

    /** Whether anything in it is chosen by a number or a word; where there is only {@code other}, nothing is. */
    public boolean chooses() {
        return all().anyMatch(it -> it instanceof PatternPart.Select select && select.branches().size() > 1
                || it instanceof PatternPart.Plural plural
                        && (plural.branches().size() > 1 || !plural.exact().isEmpty() || plural.offset() != 0)
                || it instanceof PatternPart.Choice);
    }

    /** This and all that stands in its branches, outer before inner. */
    public Stream<PatternPart> all() {
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), inner(part).flatMap(PatternParts::all)));
    }

    /** Without branches: of each argument only {@code other}. */
    public PatternParts otherwise() {
        return new PatternParts(parts.stream().flatMap(it -> PatternPart.usual(it).stream()).toList());
    }

    /**
     * With the isolates written down that {@link Isolation#WHERE_NEEDED} puts around strings in right-to-left locales, for
     * clients that do not know of them.
     */
    public PatternParts isolated(Contract contract) {
        var isolated = new ArrayList<PatternPart>();
        for (var part : parts) {
            if (part instanceof Slot slot && !contract.declares(slot.name(), ArgumentType.NUMBER)) {
                isolated.add(new Literal(String.valueOf(Execution.FIRST_STRONG_ISOLATE)));
                isolated.add(slot);
                isolated.add(new Literal(String.valueOf(Execution.POP_DIRECTIONAL_ISOLATE)));
            } else {
                isolated.add(within(part, it -> it.isolated(contract)));
            }
        }
        return new PatternParts(isolated);
    }

    private static PatternPart within(PatternPart part, UnaryOperator<PatternParts> change) {
        if (part instanceof PatternPart.Select select) {
            return new PatternPart.Select(select.name(), changed(select.branches(), change));
        } else if (part instanceof PatternPart.Plural plural) {
            return new PatternPart.Plural(plural.name(), plural.ordinal(), plural.offset(), changed(plural.exact(), change),
                    changed(plural.branches(), change));
        } else if (part instanceof PatternPart.Choice choice) {
            return new PatternPart.Choice(choice.name(), change.apply(choice.last()));
        }
        return part;
    }

    private static <K> Map<K, PatternParts> changed(Map<K, PatternParts> branches, UnaryOperator<PatternParts> change) {
        var changed = new LinkedHashMap<K, PatternParts>();
        branches.forEach((selector, branch) -> changed.put(selector, change.apply(branch)));
        return Collections.unmodifiableMap(changed);
    }

    private static Stream<PatternParts> inner(PatternPart part) {
        if (part instanceof PatternPart.Select select) {
            return select.branches().values().stream();
        } else if (part instanceof PatternPart.Plural plural) {
            return Stream.concat(plural.exact().values().stream(), plural.branches().values().stream());
        } else if (part instanceof PatternPart.Choice choice) {
            return Stream.of(choice.last());
        }
        return Stream.empty();
    }

    private static List<PatternPart> merged(List<PatternPart> parts) {
        var merged = new ArrayList<PatternPart>();
        for (var part : parts) {
            int last = merged.size() - 1;
            if (part instanceof Literal literal && last >= 0 && merged.get(last) instanceof Literal before) {
                merged.set(last, new Literal(before.text() + literal.text()));
            } else {
                merged.add(part);
            }
        }
        return Collections.unmodifiableList(merged);
    }
}
