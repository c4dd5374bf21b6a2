package dev.parlance.rendering;

import java.util.List;
import java.util.Map;

/** A part of a parsed pattern, for exports in the syntax of another library. */
public sealed interface PatternPart {

    /** Literal text as displayed, without quotes. */
    record Literal(String text) implements PatternPart {
    }

    /** An argument without a format: <code>{name}</code>. */
    record Slot(String name) implements PatternPart {
    }

    /**
     * An argument with a format: <code>{name, number, style}</code>.
     *
     * @param type  {@code number}, {@code date}, …
     * @param style as written after the second comma, without surrounding white space; empty for none
     */
    record StyledSlot(String name, String type, String style) implements PatternPart {
    }

    /** A {@code #} in a plural branch: the number minus the offset. */
    record NumberSign(String name, double offset) implements PatternPart {
    }

    /**
     * A {@code select} argument.
     *
     * @param branches by value, in the order of the pattern; {@code other} is always present
     */
    record Select(String name, Map<String, ParsedPattern> branches) implements PatternPart {
    }

    /**
     * A {@code plural} or {@code selectordinal} argument.
     *
     * @param exact    by number, in the order of the pattern
     * @param branches by category, in the order of the pattern; {@code other} is always present
     */
    record Plural(String name, boolean ordinal, double offset, Map<Double, ParsedPattern> exact, Map<String, ParsedPattern> branches)
            implements PatternPart {
    }

    /**
     * A {@code choice} argument, reduced to its last interval.
     *
     * <p>It is ICU's oldest selection format. {@link PatternValidator} rejects it in texts from outside.
     */
    record Choice(String name, ParsedPattern last) implements PatternPart {
    }

    /** Returns the {@code other} branch of a part, or the part itself, for formats without selection. */
    static List<PatternPart> defaultBranch(PatternPart part) {
        if (part instanceof Select select) {
            return select.branches().get("other").withDefaultBranches().parts();
        } else if (part instanceof Plural plural) {
            return plural.branches().get("other").withDefaultBranches().parts();
        } else if (part instanceof Choice choice) {
            return choice.last().withDefaultBranches().parts();
        }
        return List.of(part instanceof NumberSign sign ? new Slot(sign.name()) : part);
    }
}
