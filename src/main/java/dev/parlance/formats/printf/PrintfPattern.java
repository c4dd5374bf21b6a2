package dev.parlance.formats.printf;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.PositionalParts;
import dev.parlance.formats.ReadingLocale;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.Styled;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.BadText;

/** One message with nothing in it but what printf can say. */
final class PrintfPattern {
    /** Whole numbers without groups: what every printf prints alike. */
    private static final String WHOLE = "::group-off precision-integer";

    private final BundleContent.Entry entry;
    private final ReadingLocale reader;
    private boolean lossy;

    PrintfPattern(BundleContent.Entry entry, ReadingLocale reader) {
        this.entry = entry;
        this.reader = reader;
    }

    PatternText write() {
        var positional = PositionalParts.of(entry);
        lossy |= positional.lossy();
        var pattern = new StringBuilder();
        for (var part : positional.parts().parts()) {
            if (part instanceof Literal literal) {
                pattern.append(PatternText.quoted(literal.text()));
            } else if (part instanceof Slot slot) {
                lossy |= entry.number(slot.name()) || entry.money(slot.name());
                pattern.append('{').append(slot.name()).append('}');
            } else if (part instanceof Styled styled) {
                pattern.append(argument(styled));
            }
        }
        return new PatternText(pattern.toString());
    }

    /** Whether printf prints something else, once it is written. */
    boolean lossy() {
        return lossy;
    }

    private String argument(Styled styled) {
        lossy |= !styled.style().equals(WHOLE) || !reader.numbers().hasPlainDigits() || !reader.printsAs(entry.locale());
        var argument = "{" + styled.name() + "," + styled.type() + "," + styled.style() + "}";
        return representable(argument) ? argument : "{" + styled.name() + "}";
    }

    private static boolean representable(String argument) {
        try {
            new PatternText(argument).toPrintf();
            return true;
        } catch (BadText e) {
            return false;
        }
    }
}
