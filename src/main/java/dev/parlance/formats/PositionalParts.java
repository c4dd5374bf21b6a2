package dev.parlance.formats;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.Styled;
import dev.parlance.rendering.PatternParts;

/**
 * A message for clients that know arguments by position and choose nothing: without branches, the names of the contract replaced by
 * their numbers.
 *
 * @param parts literals, slots and styled slots only
 * @param lossy whether anything had to be left out
 */
public record PositionalParts(PatternParts parts, boolean lossy) {

    public static PositionalParts of(BundleContent.Entry entry) {
        var parts = entry.parts();
        var names = entry.contract().arguments().stream().map(Argument::name).toList();
        var positional = new PatternParts(parts.otherwise().parts().stream().map(part -> {
            if (part instanceof Slot slot) {
                int position = names.indexOf(slot.name());
                return position < 0 ? unknown(slot.name()) : new Slot(Integer.toString(position));
            } else if (part instanceof Styled styled) {
                int position = names.indexOf(styled.name());
                return position < 0 ? unknown(styled.name())
                        : new Styled(Integer.toString(position), styled.type(), styled.style());
            }
            return part;
        }).toList());
        boolean unknown = parts.otherwise().all().anyMatch(it -> it instanceof Slot slot && !names.contains(slot.name())
                || it instanceof Styled styled && !names.contains(styled.name()));
        return new PositionalParts(positional, unknown || parts.chooses());
    }

    /** What nobody declared has no number; it stays visible. */
    private static PatternPart unknown(String name) {
        return new Literal("{" + name + "}");
    }
}
