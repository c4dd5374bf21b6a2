package dev.parlance.formats.printf;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.PositionalPattern;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.TextSyntaxException;

/** A writer of one message as a pattern that printf can express. */
final class PrintfMessageWriter {
    /** Whole numbers without grouping, which every printf prints alike. */
    private static final String WHOLE_NUMBER_STYLE = "::group-off precision-integer";

    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private boolean lossy;

    PrintfMessageWriter(BundleContent.Entry entry, ClientLocale client) {
        this.entry = entry;
        this.client = client;
    }

    PatternText write() {
        var positional = PositionalPattern.of(entry);
        lossy |= positional.lossy();
        var pattern = new StringBuilder();
        for (var part : positional.parts().parts()) {
            if (part instanceof Literal literal) {
                pattern.append(PatternText.quote(literal.text()));
            } else if (part instanceof Slot slot) {
                lossy |= entry.isNumber(slot.name()) || entry.isCurrency(slot.name());
                pattern.append('{').append(slot.name()).append('}');
            } else if (part instanceof StyledSlot styled) {
                pattern.append(writeArgument(styled));
            }
        }
        return new PatternText(pattern.toString());
    }

    /** Returns whether printf prints another text; valid after {@link #write()}. */
    boolean isLossy() {
        return lossy;
    }

    private String writeArgument(StyledSlot styled) {
        lossy |= !styled.style().equals(WHOLE_NUMBER_STYLE) || !client.numbers().hasPlainDigits()
                || !client.printsNumbersLike(entry.locale());
        var argument = "{" + styled.name() + "," + styled.type() + "," + styled.style() + "}";
        return isRepresentable(argument) ? argument : "{" + styled.name() + "}";
    }

    private static boolean isRepresentable(String argument) {
        try {
            new PatternText(argument).toPrintf();
            return true;
        } catch (TextSyntaxException e) {
            return false;
        }
    }
}
