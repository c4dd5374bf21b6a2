package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.TextSyntaxException;

/** Writes texts without branches in printf syntax. */
final class PrintfTextWriter {
    /** Whole numbers without grouping, which every printf implementation prints the same. */
    static final String WHOLE_NUMBER_STYLE = "::group-off precision-integer";

    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final Losses losses;

    PrintfTextWriter(BundleContent.Entry entry, ClientLocale client, Losses losses) {
        this.entry = entry;
        this.client = client;
        this.losses = losses;
    }

    /** @param positional a pattern with positions as argument names */
    String write(ParsedPattern positional) {
        var pattern = new StringBuilder();
        for (var part : positional.parts()) {
            if (part instanceof Literal literal) {
                pattern.append(PatternText.quote(literal.text()));
            } else if (part instanceof Slot slot) {
                var name = entry.contract().canonicalName(slot.name());
                losses.addIf(entry.isNumber(name), LossReason.NUMBER_STYLE, name);
                losses.addIf(entry.isCurrency(name), LossReason.CURRENCY, name);
                losses.addIf(entry.isDate(name), LossReason.DATE, name);
                pattern.append('{').append(slot.name()).append('}');
            } else if (part instanceof StyledSlot styled) {
                pattern.append(writeArgument(styled));
            }
        }
        return new PatternText(pattern.toString()).toPrintf();
    }

    private String writeArgument(StyledSlot styled) {
        var name = entry.contract().canonicalName(styled.name());
        if (styled.type().equals("number")) {
            losses.addIf(!styled.style().equals(WHOLE_NUMBER_STYLE) || !client.numbers().hasPlainDigits(), LossReason.NUMBER_STYLE, name);
            losses.addIf(!client.printsNumbersLike(entry.locale()), LossReason.NUMBER_RULES, name);
        } else {
            losses.add(LossReason.DATE, name);
        }
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
