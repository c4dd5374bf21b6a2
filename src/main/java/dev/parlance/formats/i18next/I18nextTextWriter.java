package dev.parlance.formats.i18next;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.EcmaNumberFormat;
import dev.parlance.formats.EcmaNumberFormat.Grouping;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A writer of one i18next text without branches. */
final class I18nextTextWriter {
    /** Slots as i18next finds them; the dot of a JavaScript pattern excludes these four characters. */
    private static final Pattern SLOT = Pattern.compile("\\{\\{[^\\n\\r\\u2028\\u2029]+?}}");
    private static final String NESTING = "$t(";

    /**
     * The options of {@code Intl.NumberFormat}, which cannot be arguments beside a number.
     *
     * <p>i18next passes all arguments to it as options.
     */
    private static final Set<String> OPTIONS = Set.of("locale", "lng", "localeMatcher", "numberingSystem", "style", "currency",
            "currencyDisplay", "currencySign", "unit", "unitDisplay", "notation", "compactDisplay", "minimumIntegerDigits",
            "minimumFractionDigits", "maximumFractionDigits", "minimumSignificantDigits", "maximumSignificantDigits",
            "roundingPriority", "roundingIncrement", "roundingMode", "trailingZeroDisplay", "useGrouping", "signDisplay");

    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final StringBuilder out = new StringBuilder();
    private final List<Integer> slotOffsets = new ArrayList<>();
    private boolean lossy;

    I18nextTextWriter(BundleContent.Entry entry, ClientLocale client) {
        this.entry = entry;
        this.client = client;
    }

    void append(PatternPart part) {
        if (part instanceof Literal literal) {
            out.append(literal.text());
        } else if (part instanceof Slot slot) {
            lossy |= entry.isCurrency(slot.name());
            appendSlot(slot.name(), entry.isNumber(slot.name()) ? unstyledFormat() : "");
        } else if (part instanceof NumberSign sign) {
            appendSlot(sign.name(), unstyledFormat());
        } else if (part instanceof StyledSlot styled) {
            appendStyled(styled);
        }
    }

    /**
     * Returns whether i18next may print another text.
     *
     * <p>i18next has no quoting: it may interpret braces or a {@code $t(} of the text as its own.
     */
    boolean isLossy() {
        var found = SLOT.matcher(out).results().map(MatchResult::start).toList();
        return lossy || !found.equals(slotOffsets) || out.indexOf(NESTING) >= 0;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void appendSlot(String name, String format) {
        slotOffsets.add(out.length());
        out.append("{{").append(name).append(format).append("}}");
    }

    private void appendStyled(StyledSlot styled) {
        if (styled.type().equals("date") || styled.type().equals("time")) {
            lossy = true;
            appendSlot(styled.name(), styled.type().equals("date") ? ", datetime(dateStyle: medium)" : ", datetime(timeStyle: medium)");
        } else {
            var number = styled.type().equals("number") ? EcmaNumberFormat.of(styled.style(), client.numbers())
                    : Optional.<EcmaNumberFormat>empty();
            lossy |= number.isEmpty() || entry.isCurrency(styled.name());
            appendSlot(styled.name(), number.map(this::format).orElseGet(this::unstyledFormat));
        }
    }

    private String unstyledFormat() {
        return format(EcmaNumberFormat.unstyled(client.numbers()));
    }

    private String format(EcmaNumberFormat number) {
        lossy |= !client.printsNumbersLike(entry.locale())
                || entry.contract().arguments().stream().map(Argument::name).anyMatch(OPTIONS::contains);
        var options = new ArrayList<String>();
        if (number.grouping() != Grouping.AUTO) {
            options.add("useGrouping: " + (number.grouping() == Grouping.OFF ? "false" : "always"));
        }
        if (number.minimumFractionDigits() != 0) {
            options.add("minimumFractionDigits: " + number.minimumFractionDigits());
        }
        if (number.maximumFractionDigits() != EcmaNumberFormat.DEFAULT_FRACTION_DIGITS) {
            options.add("maximumFractionDigits: " + number.maximumFractionDigits());
        }
        if (!number.roundingMode().equals(EcmaNumberFormat.DEFAULT_ROUNDING_MODE)) {
            options.add("roundingMode: " + number.roundingMode());
        }
        if (!number.signDisplay().equals("auto")) {
            options.add("signDisplay: " + number.signDisplay());
        }
        return options.isEmpty() ? ", number" : ", number(" + String.join("; ", options) + ")";
    }
}
