package dev.parlance.formats;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;

/**
 * A message for clients with positional arguments and without branches.
 *
 * <p>The names of the contract are replaced by their positions.
 *
 * @param parts literals, slots and styled slots only
 * @param lossy whether anything is omitted
 */
public record PositionalPattern(ParsedPattern parts, boolean lossy) {

    public static PositionalPattern of(BundleContent.Entry entry) {
        var parts = entry.parts();
        var names = entry.contract().arguments().stream().map(Argument::name).toList();
        var positional = new ParsedPattern(parts.withDefaultBranches().parts().stream().map(part -> {
            if (part instanceof Slot slot) {
                int position = names.indexOf(slot.name());
                return position < 0 ? undeclared(slot.name()) : new Slot(Integer.toString(position));
            } else if (part instanceof StyledSlot styled) {
                int position = names.indexOf(styled.name());
                return position < 0 ? undeclared(styled.name())
                        : new StyledSlot(Integer.toString(position), styled.type(), styled.style());
            }
            return part;
        }).toList());
        boolean unknown = parts.withDefaultBranches().allParts().anyMatch(it -> it instanceof Slot slot && !names.contains(slot.name())
                || it instanceof StyledSlot styled && !names.contains(styled.name()));
        return new PositionalPattern(positional, unknown || parts.hasBranches());
    }

    /** An undeclared argument has no position, so it stays visible as text. */
    private static PatternPart undeclared(String name) {
        return new Literal("{" + name + "}");
    }
}
