package dev.parlance.formats.i18next;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.EcmaNumber;
import dev.parlance.formats.EcmaNumber.Grouping;
import dev.parlance.formats.ReadingLocale;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.Styled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One text of i18next without branches. */
final class I18nextText {
    /** As i18next looks for them; a dot of JavaScript leaves out these four. */
    private static final Pattern SLOT = Pattern.compile("\\{\\{[^\\n\\r\\u2028\\u2029]+?}}");
    private static final String NESTING = "$t(";

    /** i18next hands all arguments to {@code Intl.NumberFormat} as options, so these names cannot stand beside a number. */
    private static final Set<String> OPTIONS = Set.of("locale", "lng", "localeMatcher", "numberingSystem", "style", "currency",
            "currencyDisplay", "currencySign", "unit", "unitDisplay", "notation", "compactDisplay", "minimumIntegerDigits",
            "minimumFractionDigits", "maximumFractionDigits", "minimumSignificantDigits", "maximumSignificantDigits",
            "roundingPriority", "roundingIncrement", "roundingMode", "trailingZeroDisplay", "useGrouping", "signDisplay");

    private final BundleContent.Entry entry;
    private final ReadingLocale reader;
    private final StringBuilder out = new StringBuilder();
    private final List<Integer> slots = new ArrayList<>();
    private boolean lossy;

    I18nextText(BundleContent.Entry entry, ReadingLocale reader) {
        this.entry = entry;
        this.reader = reader;
    }

    void append(PatternPart part) {
        if (part instanceof Literal literal) {
            out.append(literal.text());
        } else if (part instanceof Slot slot) {
            lossy |= entry.money(slot.name());
            slot(slot.name(), entry.number(slot.name()) ? plain() : "");
        } else if (part instanceof NumberSign sign) {
            slot(sign.name(), plain());
        } else if (part instanceof Styled styled) {
            styled(styled);
        }
    }

    /** There is no way to quote: braces or a {@code $t(} of the text may be taken for i18next's own. */
    boolean lossy() {
        var found = SLOT.matcher(out).results().map(MatchResult::start).toList();
        return lossy || !found.equals(slots) || out.indexOf(NESTING) >= 0;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void slot(String name, String format) {
        slots.add(out.length());
        out.append("{{").append(name).append(format).append("}}");
    }

    private void styled(Styled styled) {
        if (styled.type().equals("date") || styled.type().equals("time")) {
            lossy = true;
            slot(styled.name(), styled.type().equals("date") ? ", datetime(dateStyle: medium)" : ", datetime(timeStyle: medium)");
        } else {
            var number = styled.type().equals("number") ? EcmaNumber.of(styled.style(), reader.numbers()) : Optional.<EcmaNumber>empty();
            lossy |= number.isEmpty() || entry.money(styled.name());
            slot(styled.name(), number.map(this::format).orElseGet(this::plain));
        }
    }

    private String plain() {
        return format(EcmaNumber.plain(reader.numbers()));
    }

    private String format(EcmaNumber number) {
        lossy |= !reader.printsAs(entry.locale())
                || entry.contract().arguments().stream().map(Argument::name).anyMatch(OPTIONS::contains);
        var options = new ArrayList<String>();
        if (number.grouping() != Grouping.AUTO) {
            options.add("useGrouping: " + (number.grouping() == Grouping.OFF ? "false" : "always"));
        }
        if (number.leastDecimals() != 0) {
            options.add("minimumFractionDigits: " + number.leastDecimals());
        }
        if (number.mostDecimals() != EcmaNumber.USUAL_DECIMALS) {
            options.add("maximumFractionDigits: " + number.mostDecimals());
        }
        if (!number.rounding().equals(EcmaNumber.USUAL_ROUNDING)) {
            options.add("roundingMode: " + number.rounding());
        }
        if (!number.sign().equals("auto")) {
            options.add("signDisplay: " + number.sign());
        }
        return options.isEmpty() ? ", number" : ", number(" + String.join("; ", options) + ")";
    }
}
