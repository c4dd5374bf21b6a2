package dev.parlance.rendering;

import java.util.List;
import java.util.Map;

/** A piece of a pattern taken apart, for those who write it down in the syntax of another library. */
public sealed interface PatternPart {

    /** Text as a reader sees it, without quotes. */
    record Literal(String text) implements PatternPart {
    }

    /** <code>{name}</code>. */
    record Slot(String name) implements PatternPart {
    }

    /**
     * <code>{name, number, style}</code>.
     *
     * @param type  {@code number}, {@code date}, …
     * @param style as written after the second comma, without blanks around it; empty for none
     */
    record StyledSlot(String name, String type, String style) implements PatternPart {
    }

    /** {@code #} in a branch of a plural: its number less the offset. */
    record NumberSign(String name, double offset) implements PatternPart {
    }

    /** @param branches by value, in the order of the pattern; {@code other} is there */
    record Select(String name, Map<String, ParsedPattern> branches) implements PatternPart {
    }

    /**
     * {@code plural} and {@code selectordinal}.
     *
     * @param exact    by number, in the order of the pattern
     * @param branches by category, in the order of the pattern; {@code other} is there
     */
    record Plural(String name, boolean ordinal, double offset, Map<Double, ParsedPattern> exact, Map<String, ParsedPattern> branches)
            implements PatternPart {
    }

    /** The oldest of ICU's ways to choose, which no text from outside may use: its last interval stands for it. */
    record Choice(String name, ParsedPattern last) implements PatternPart {
    }

    /** Where all branches lead but the ones that are asked for by value: what to show where a format cannot choose. */
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
