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
import java.util.Set;

/** Writes texts without branches in the syntax of {@code java.text.MessageFormat}. */
final class JavaTextWriter {
    /** Java before 20 formats Arabic with Arabic-Indic digits; CLDR 42 changed them to Latin digits. */
    private static final String ARABIC = "ar";
    private static final Set<String> DATE_STYLES = Set.of("short", "medium", "long", "full");
    private static final Set<String> NUMBER_STYLES = Set.of("integer", "percent");

    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final Losses losses;

    JavaTextWriter(BundleContent.Entry entry, ClientLocale client, Losses losses) {
        this.entry = entry;
        this.client = client;
        this.losses = losses;
    }

    /** @param positional a pattern with positions as argument names */
    String write(ParsedPattern positional) {
        var text = new StringBuilder();
        for (var part : positional.parts()) {
            if (part instanceof Literal literal) {
                text.append(PatternText.quote(literal.text()));
            } else if (part instanceof Slot slot) {
                checkSlot(slot.name());
                text.append('{').append(slot.name()).append('}');
            } else if (part instanceof StyledSlot styled) {
                text.append('{').append(styled.name()).append(writeStyle(styled)).append('}');
            }
        }
        return text.toString();
    }

    private void checkSlot(String position) {
        var name = entry.contract().canonicalName(position);
        losses.addIf(entry.isCurrency(name), LossReason.CURRENCY, name);
        losses.addIf(entry.isDate(name), LossReason.DATE, name);
        if (entry.isNumber(name)) {
            checkNumber(name);
        }
    }

    private void checkNumber(String name) {
        losses.addIf(!client.numbers().groupsByThousands() || client.locale().value().split("-")[0].equals(ARABIC),
                LossReason.NUMBER_STYLE, name);
        losses.addIf(!client.printsNumbersLike(entry.locale()), LossReason.NUMBER_RULES, name);
    }

    /** Writes the styles that have the same name in both libraries, and no skeletons. */
    private String writeStyle(StyledSlot styled) {
        var name = entry.contract().canonicalName(styled.name());
        losses.addIf(entry.isCurrency(name), LossReason.CURRENCY, name);
        if (styled.type().equals("date") || styled.type().equals("time")) {
            losses.add(LossReason.DATE, name);
            return "," + styled.type() + (DATE_STYLES.contains(styled.style()) ? "," + styled.style() : "");
        }
        boolean named = styled.type().equals("number") && NUMBER_STYLES.contains(styled.style());
        losses.addIf(!named && !(styled.type().equals("number") && styled.style().isEmpty()), LossReason.NUMBER_STYLE, name);
        checkNumber(name);
        return ",number" + (named ? "," + styled.style() : "");
    }
}
