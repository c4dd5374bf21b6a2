package dev.parlance.formats;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Choice;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;

/** Converts patterns to positional arguments, for clients that support neither names nor branches. */
public final class PositionalPattern {

    private PositionalPattern() {
    }

    /**
     * Returns the pattern with positions instead of the names of the contract, and without branches.
     *
     * @param losses receives the omitted parts
     */
    public static ParsedPattern of(BundleContent.Entry entry, Losses losses) {
        return of(withoutBranches(entry.parts(), losses), entry.contract(), losses);
    }

    /** Returns a pattern without branches. */
    public static ParsedPattern withoutBranches(ParsedPattern pattern, Losses losses) {
        addOmittedBranches(pattern, losses);
        return pattern.withDefaultBranches();
    }

    /**
     * Returns a pattern without branches with positions instead of the names of the contract.
     *
     * @param losses receives arguments without a position
     */
    public static ParsedPattern of(ParsedPattern pattern, ArgumentContract contract, Losses losses) {
        var names = contract.arguments().stream().map(Argument::name).toList();
        return new ParsedPattern(pattern.parts().stream().map(part -> {
            if (part instanceof Slot slot) {
                int position = names.indexOf(slot.name());
                return position < 0 ? undeclared(slot.name(), losses) : new Slot(Integer.toString(position));
            } else if (part instanceof StyledSlot styled) {
                int position = names.indexOf(styled.name());
                return position < 0 ? undeclared(styled.name(), losses)
                        : new StyledSlot(Integer.toString(position), styled.type(), styled.style());
            }
            return part;
        }).toList());
    }

    /** An argument whose only branch is {@code other} selects nothing, so omitting it is not a loss. */
    private static void addOmittedBranches(ParsedPattern parts, Losses losses) {
        parts.allParts().forEach(part -> {
            if (part instanceof Select select) {
                losses.addIf(select.branches().size() > 1, LossReason.SELECTION, select.name());
            } else if (part instanceof Plural plural) {
                losses.addIf(plural.branches().size() > 1 || !plural.exact().isEmpty() || plural.offset() != 0, LossReason.PLURAL_FORM,
                        plural.name());
            } else if (part instanceof Choice choice) {
                losses.add(LossReason.SELECTION, choice.name());
            }
        });
    }

    /** An undeclared argument has no position, so its name stays visible as text. */
    private static PatternPart undeclared(String name, Losses losses) {
        losses.add(LossReason.UNDECLARED_ARGUMENT, name);
        return new Literal("{" + name + "}");
    }
}
