package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.EcmaNumberFormat;
import dev.parlance.formats.EcmaNumberFormat.Grouping;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
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
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes one i18next text without branches. */
public final class I18nextTextWriter {
    /** Slots as i18next matches them; the dot of a JavaScript pattern excludes these four characters. */
    private static final Pattern SLOT = Pattern.compile("\\{\\{[^\\n\\r\\u2028\\u2029]+?}}");
    private static final String NESTING = "$t(";
    private static final Set<String> DATE_STYLES = Set.of("short", "medium", "long", "full");
    private static final String DEFAULT_DATE_STYLE = "medium";

    /**
     * The options of {@code Intl.NumberFormat}, which cannot be argument names in a text with a number.
     *
     * <p>i18next passes all arguments to {@code Intl.NumberFormat} as options.
     */
    private static final Set<String> OPTIONS = Set.of("locale", "lng", "localeMatcher", "numberingSystem", "style", "currency",
            "currencyDisplay", "currencySign", "unit", "unitDisplay", "notation", "compactDisplay", "minimumIntegerDigits",
            "minimumFractionDigits", "maximumFractionDigits", "minimumSignificantDigits", "maximumSignificantDigits",
            "roundingPriority", "roundingIncrement", "roundingMode", "trailingZeroDisplay", "useGrouping", "signDisplay");

    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final Losses losses;
    private final UnaryOperator<String> names;
    private final StringBuilder out = new StringBuilder();
    private final List<Integer> slotOffsets = new ArrayList<>();

    /** @param names returns the name that the app uses for an argument */
    public I18nextTextWriter(BundleContent.Entry entry, ClientLocale client, Losses losses, UnaryOperator<String> names) {
        this.entry = entry;
        this.client = client;
        this.losses = losses;
        this.names = names;
    }

    public void append(PatternPart part) {
        if (part instanceof Literal literal) {
            out.append(literal.text());
        } else if (part instanceof Slot slot) {
            losses.addIf(entry.isCurrency(slot.name()), LossReason.CURRENCY, slot.name());
            losses.addIf(entry.isDate(slot.name()), LossReason.DATE, slot.name());
            appendSlot(slot.name(), entry.isNumber(slot.name()) ? unstyledFormat(slot.name()) : "");
        } else if (part instanceof NumberSign sign) {
            appendSlot(sign.name(), unstyledFormat(sign.name()));
        } else if (part instanceof StyledSlot styled) {
            appendStyled(styled);
        }
    }

    /**
     * Ends the text and returns it.
     *
     * <p>i18next has no quoting: it may interpret literal braces or a literal {@code $t(} as its own syntax.
     */
    public String finish() {
        var found = SLOT.matcher(out).results().map(MatchResult::start).toList();
        losses.addIf(!found.equals(slotOffsets) || out.indexOf(NESTING) >= 0, LossReason.SYNTAX, "");
        return out.toString();
    }

    private void appendSlot(String name, String format) {
        slotOffsets.add(out.length());
        out.append("{{").append(names.apply(name)).append(format).append("}}");
    }

    private void appendStyled(StyledSlot styled) {
        if (styled.type().equals("date") || styled.type().equals("time")) {
            losses.add(LossReason.DATE, styled.name());
            appendSlot(styled.name(), ", datetime(" + styled.type() + "Style: "
                    + (DATE_STYLES.contains(styled.style()) ? styled.style() : DEFAULT_DATE_STYLE) + ")");
        } else {
            var number = styled.type().equals("number") ? EcmaNumberFormat.of(styled.style(), client.numbers())
                    : Optional.<EcmaNumberFormat>empty();
            losses.addIf(number.isEmpty(), LossReason.NUMBER_STYLE, styled.name());
            losses.addIf(entry.isCurrency(styled.name()), LossReason.CURRENCY, styled.name());
            appendSlot(styled.name(), number.map(it -> format(styled.name(), it)).orElseGet(() -> unstyledFormat(styled.name())));
        }
    }

    private String unstyledFormat(String name) {
        return format(name, EcmaNumberFormat.unstyled(client.numbers()));
    }

    private String format(String name, EcmaNumberFormat number) {
        losses.addIf(!client.printsNumbersLike(entry.locale()), LossReason.NUMBER_RULES, name);
        entry.contract().arguments().stream().map(Argument::name).filter(OPTIONS::contains)
                .forEach(it -> losses.add(LossReason.ARGUMENT_NAME, it));
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
