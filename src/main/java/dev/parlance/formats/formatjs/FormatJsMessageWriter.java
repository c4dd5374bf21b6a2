package dev.parlance.formats.formatjs;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.EcmaNumberFormat;
import dev.parlance.formats.EcmaNumberFormat.Grouping;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.PatternText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes one message in the syntax of FormatJS. */
final class FormatJsMessageWriter {
    /** In FormatJS, {@code <b} and {@code </} start a tag. */
    /** Runs include the apostrophes between them: adjacent quotes would mean another apostrophe. */
    private static final Pattern SYNTAX = Pattern.compile("[{}<]++(?:'++[{}<]++)*+");
    private static final Pattern SYNTAX_IN_PLURAL = Pattern.compile("[{}<#]++(?:'++[{}<#]++)*+");
    private static final Set<String> DATE_STYLES = Set.of("short", "medium", "long", "full");

    /** The parser of FormatJS uses ICU's names of rounding modes. */
    private static final Map<String, String> ROUNDING_MODES = Map.of("halfEven", "half-even", "halfExpand", "half-up", "halfTrunc",
            "half-down", "expand", "up", "trunc", "down", "floor", "floor", "ceil", "ceiling");

    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final StringBuilder out = new StringBuilder();
    private final Losses losses;
    private final boolean richTags;

    /** @param richTags whether tags are written as tags instead of text */
    FormatJsMessageWriter(BundleContent.Entry entry, ClientLocale client, Losses losses, boolean richTags) {
        this.entry = entry;
        this.client = client;
        this.losses = losses;
        this.richTags = richTags;
    }

    String write() {
        writeMessage(entry.parts(), false);
        return out.toString();
    }

    private void writeMessage(ParsedPattern parts, boolean inPlural) {
        var syntax = inPlural ? SYNTAX_IN_PLURAL : SYNTAX;
        var tags = richTags ? RichTags.of(parts) : RichTags.NONE;
        for (var part : parts.parts()) {
            if (part instanceof Literal literal) {
                tags.split(literal).forEach(it -> out.append(it.isTag() ? it.text() : PatternText.quote(it.text(), syntax)));
            } else {
                writeArgument(part);
            }
        }
    }

    private void writeArgument(PatternPart part) {
        if (part instanceof Slot slot) {
            writeSlot(slot.name());
        } else if (part instanceof StyledSlot styled) {
            writeStyled(styled);
        } else if (part instanceof NumberSign sign) {
            out.append('#');
            checkUnstyledNumber(sign.name());
        } else if (part instanceof Select select) {
            out.append('{').append(select.name()).append(", select,");
            select.branches().forEach((value, branch) -> writeBranch(value, branch, false));
            out.append('}');
        } else if (part instanceof Plural plural) {
            writePlural(plural);
        } else if (part instanceof PatternPart.Choice choice) {
            losses.add(LossReason.SELECTION, choice.name());
            writeMessage(choice.last(), false);
        }
    }

    private void writeSlot(String name) {
        if (entry.isNumber(name)) {
            out.append('{').append(name).append(", number}");
            checkUnstyledNumber(name);
        } else {
            losses.addIf(entry.isCurrency(name), LossReason.CURRENCY, name);
            losses.addIf(entry.isDate(name), LossReason.DATE, name);
            out.append('{').append(name).append('}');
        }
    }

    /** Reports numbers in locales where CLDR leaves four digits ungrouped, because FormatJS cannot force grouping. */
    private void checkUnstyledNumber(String name) {
        losses.addIf(client.numbers().leavesFourDigitsUngrouped(), LossReason.NUMBER_STYLE, name);
        losses.addIf(!client.printsNumbersLike(entry.locale()), LossReason.NUMBER_RULES, name);
    }

    private void writeStyled(StyledSlot styled) {
        out.append('{').append(styled.name());
        if (styled.type().equals("date") || styled.type().equals("time")) {
            losses.add(LossReason.DATE, styled.name());
            out.append(", ").append(styled.type());
            if (DATE_STYLES.contains(styled.style())) {
                out.append(", ").append(styled.style());
            }
        } else {
            writeNumber(styled);
        }
        out.append('}');
    }

    private void writeNumber(StyledSlot styled) {
        var style = styled.type().equals("number") ? EcmaNumberFormat.of(styled.style(), client.numbers())
                : Optional.<EcmaNumberFormat>empty();
        out.append(", number");
        losses.addIf(style.isEmpty() || style.get().grouping() == Grouping.ALWAYS, LossReason.NUMBER_STYLE, styled.name());
        losses.addIf(entry.isCurrency(styled.name()), LossReason.CURRENCY, styled.name());
        losses.addIf(!client.printsNumbersLike(entry.locale()), LossReason.NUMBER_RULES, styled.name());
        if (style.isPresent() && !styled.style().isEmpty()) {
            out.append(", ").append(toSkeleton(style.get()));
        }
    }

    private static String toSkeleton(EcmaNumberFormat number) {
        var skeleton = new StringBuilder("::");
        if (number.grouping() == Grouping.OFF) {
            skeleton.append("group-off ");
        }
        if (number.maximumFractionDigits() == 0) {
            skeleton.append("precision-integer");
        } else {
            skeleton.append('.').append("0".repeat(number.minimumFractionDigits()))
                    .append("#".repeat(number.maximumFractionDigits() - number.minimumFractionDigits()));
        }
        skeleton.append(" rounding-mode-").append(ROUNDING_MODES.get(number.roundingMode()));
        if (!number.signDisplay().equals("auto")) {
            skeleton.append(number.signDisplay().equals("exceptZero") ? " sign-except-zero" : " sign-" + number.signDisplay());
        }
        return skeleton.toString();
    }

    private void writePlural(Plural plural) {
        losses.addIf(!client.pluralizesLike(entry.locale()), LossReason.PLURAL_RULES, plural.name());
        losses.addIf(plural.branches().get("other").parts().stream().anyMatch(it -> it instanceof StyledSlot styled
                && styled.name().equals(plural.name()) && !styled.style().startsWith("::") && !styled.style().isEmpty()),
                LossReason.NUMBER_STYLE, plural.name());
        out.append('{').append(plural.name()).append(plural.ordinal() ? ", selectordinal," : ", plural,");
        if (plural.offset() != 0) {
            out.append(" offset:").append(toWholeNumber(plural, plural.offset()));
        }
        plural.exact().forEach((number, branch) -> writeBranch("=" + toWholeNumber(plural, number), branch, true));
        plural.branches().forEach((category, branch) -> writeBranch(category, branch, true));
        out.append('}');
    }

    private void writeBranch(String selector, ParsedPattern branch, boolean inPlural) {
        out.append(' ').append(selector).append('{');
        writeMessage(branch, inPlural);
        out.append('}');
    }

    /** Returns the number as FormatJS writes it, which supports only whole numbers. */
    private String toWholeNumber(Plural plural, double number) {
        losses.addIf(number != Math.rint(number), LossReason.PLURAL_FORM, plural.name());
        return BigDecimal.valueOf(number).setScale(0, RoundingMode.DOWN).toPlainString();
    }
}
