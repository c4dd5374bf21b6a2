package dev.parlance.formats.properties;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.PositionalParts;
import dev.parlance.formats.ReadingLocale;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.Styled;
import dev.parlance.rendering.PatternText;
import java.util.Set;

/** One message on its way to {@code java.text.MessageFormat}. */
final class JavaPattern {
    /** Java before 20 has Arabic-Indic digits where CLDR 42 turned to Latin ones. */
    private static final String OTHER_DIGITS_IN_OLDER_JAVA = "ar";
    private static final Set<String> DATE_STYLES = Set.of("short", "medium", "long", "full");
    private static final Set<String> NUMBER_STYLES = Set.of("integer", "percent");

    private final BundleContent.Entry entry;
    private final LocaleTag locale;
    private final ReadingLocale reader;
    private boolean lossy;

    JavaPattern(BundleContent.Entry entry, LocaleTag locale, ReadingLocale reader) {
        this.entry = entry;
        this.locale = locale;
        this.reader = reader;
    }

    String write() {
        var positional = PositionalParts.of(entry);
        lossy |= positional.lossy();
        var text = new StringBuilder();
        for (var part : positional.parts().parts()) {
            if (part instanceof Literal literal) {
                text.append(PatternText.quoted(literal.text()));
            } else if (part instanceof Slot slot) {
                slot(slot.name());
                text.append('{').append(slot.name()).append('}');
            } else if (part instanceof Styled styled) {
                text.append('{').append(styled.name()).append(style(styled)).append('}');
            }
        }
        return text.toString();
    }

    /** Whether Java prints something else, once it is written. */
    boolean lossy() {
        return lossy;
    }

    private void slot(String position) {
        lossy |= entry.money(position);
        if (entry.number(position)) {
            number();
        }
    }

    private void number() {
        lossy |= !reader.numbers().groupsByThousands() || !reader.printsAs(entry.locale())
                || locale.value().split("-")[0].equals(OTHER_DIGITS_IN_OLDER_JAVA);
    }

    /** The styles that both have under one name, and no skeleton. */
    private String style(Styled styled) {
        boolean plain = styled.type().equals("number") && styled.style().isEmpty();
        boolean named = styled.type().equals("number") && NUMBER_STYLES.contains(styled.style());
        boolean date = styled.type().equals("date") || styled.type().equals("time");
        lossy |= date || !plain && !named || entry.money(styled.name());
        if (date) {
            return "," + styled.type() + (DATE_STYLES.contains(styled.style()) ? "," + styled.style() : "");
        }
        number();
        return ",number" + (named ? "," + styled.style() : "");
    }
}
