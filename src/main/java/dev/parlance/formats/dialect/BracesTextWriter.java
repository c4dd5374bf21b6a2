package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Choice;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.PatternPart.StyledSlot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A writer of texts in the braces dialect. Plurals and selects are written as in ICU, but without quoting. */
final class BracesTextWriter {
    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final Losses losses;
    private final StringBuilder out = new StringBuilder();

    BracesTextWriter(BundleContent.Entry entry, ClientLocale client, Losses losses) {
        this.entry = entry;
        this.client = client;
        this.losses = losses;
    }

    String write() {
        var pattern = entry.parts();
        boolean complex = pattern.allParts().anyMatch(BracesTextWriter::isComplex);
        append(pattern, complex);
        if (!complex) {
            NamedTextWriter.checkSyntax(pattern, () -> Placeholders.parseBraces(out.toString()), losses);
        }
        return out.toString();
    }

    private static boolean isComplex(PatternPart part) {
        return part instanceof Plural || part instanceof Select || part instanceof StyledSlot styled && !isWholeNumber(styled);
    }

    private static boolean isWholeNumber(StyledSlot styled) {
        return styled.type().equals("number") && styled.style().equals(PrintfTextWriter.WHOLE_NUMBER_STYLE);
    }

    private void append(ParsedPattern pattern, boolean complex) {
        pattern.parts().forEach(it -> append(it, complex));
    }

    private void append(PatternPart part, boolean complex) {
        if (part instanceof Literal literal) {
            appendLiteral(literal.text(), complex);
        } else if (part instanceof NumberSign sign) {
            losses.addIf(sign.offset() != 0, LossReason.PLURAL_FORM, sign.name());
            losses.add(LossReason.NUMBER_STYLE, sign.name());
            out.append('{').append(sign.name()).append('}');
        } else if (part instanceof Select select) {
            out.append('{').append(select.name()).append(", select,");
            appendBranches("", select.branches());
            out.append('}');
        } else if (part instanceof Plural plural) {
            appendPlural(plural);
        } else if (part instanceof Choice choice) {
            losses.add(LossReason.SELECTION, choice.name());
            append(choice.last(), complex);
        } else if (part instanceof StyledSlot styled && !isWholeNumber(styled)) {
            losses.add(styled.type().equals("number") ? LossReason.NUMBER_STYLE : LossReason.DATE, styled.name());
            out.append(IcuPatternWriter.write(new ParsedPattern(List.of(styled))));
        } else {
            out.append(new NamedTextWriter(MessageDialect.BRACES, entry, client, losses).write(new ParsedPattern(List.of(part))));
        }
    }

    /** A literal brace beside a plural would make the text invalid. */
    private void appendLiteral(String literal, boolean complex) {
        boolean braces = complex && (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0);
        losses.addIf(braces, LossReason.SYNTAX, "");
        out.append(braces ? literal.replace('{', '(').replace('}', ')') : literal);
    }

    private void appendPlural(Plural plural) {
        losses.addIf(!client.pluralizesLike(entry.locale()), LossReason.PLURAL_RULES, plural.name());
        out.append('{').append(plural.name()).append(plural.ordinal() ? ", selectordinal," : ", plural,");
        if (plural.offset() != 0) {
            losses.add(LossReason.PLURAL_FORM, plural.name());
            out.append(" offset:").append(BigDecimal.valueOf(plural.offset()).stripTrailingZeros().toPlainString());
        }
        plural.exact().forEach((number, branch) -> appendBranches("=",
                Map.of(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString(), branch)));
        appendBranches("", plural.branches());
        out.append('}');
    }

    private void appendBranches(String prefix, Map<String, ParsedPattern> branches) {
        branches.forEach((selector, branch) -> {
            out.append(' ').append(prefix).append(selector).append('{');
            append(branch, true);
            out.append('}');
        });
    }
}
