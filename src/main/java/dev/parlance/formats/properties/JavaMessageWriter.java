package dev.parlance.formats.properties;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.PositionalPattern;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.PatternText;
import java.util.Set;

/** A writer of one message in the syntax of {@code java.text.MessageFormat}. */
final class JavaMessageWriter {
    /** Java before 20 has Arabic-Indic digits for Arabic; CLDR 42 changed them to Latin digits. */
    private static final String ARABIC = "ar";
    private static final Set<String> DATE_STYLES = Set.of("short", "medium", "long", "full");
    private static final Set<String> NUMBER_STYLES = Set.of("integer", "percent");

    private final BundleContent.Entry entry;
    private final LocaleTag locale;
    private final ClientLocale client;
    private boolean lossy;

    JavaMessageWriter(BundleContent.Entry entry, LocaleTag locale, ClientLocale client) {
        this.entry = entry;
        this.locale = locale;
        this.client = client;
    }

    String write() {
        var positional = PositionalPattern.of(entry);
        lossy |= positional.lossy();
        var text = new StringBuilder();
        for (var part : positional.parts().parts()) {
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

    /** Returns whether Java prints another text; valid after {@link #write()}. */
    boolean isLossy() {
        return lossy;
    }

    private void checkSlot(String position) {
        lossy |= entry.isCurrency(position);
        if (entry.isNumber(position)) {
            checkNumber();
        }
    }

    private void checkNumber() {
        lossy |= !client.numbers().groupsByThousands() || !client.printsNumbersLike(entry.locale())
                || locale.value().split("-")[0].equals(ARABIC);
    }

    /** Writes the styles that both libraries have under one name, and no skeletons. */
    private String writeStyle(StyledSlot styled) {
        boolean plain = styled.type().equals("number") && styled.style().isEmpty();
        boolean named = styled.type().equals("number") && NUMBER_STYLES.contains(styled.style());
        boolean date = styled.type().equals("date") || styled.type().equals("time");
        lossy |= date || !plain && !named || entry.isCurrency(styled.name());
        if (date) {
            return "," + styled.type() + (DATE_STYLES.contains(styled.style()) ? "," + styled.style() : "");
        }
        checkNumber();
        return ",number" + (named ? "," + styled.style() : "");
    }
}
