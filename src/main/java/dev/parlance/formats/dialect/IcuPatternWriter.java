package dev.parlance.formats.dialect;

import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Choice;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.math.BigDecimal;
import java.util.Map;

/** Writes parsed patterns in ICU syntax. Apostrophes are doubled, as in all derived patterns. */
final class IcuPatternWriter {
    private static final String BRACES = "{}";
    private static final String BRACES_AND_NUMBER_SIGN = "{}#";

    private final StringBuilder out = new StringBuilder();

    private IcuPatternWriter() {
    }

    /** @throws TextSyntaxException if the pattern contains a choice, because the parsed pattern only has its last interval */
    static String write(ParsedPattern pattern) {
        var writer = new IcuPatternWriter();
        writer.append(pattern, BRACES);
        return writer.out.toString();
    }

    private void append(ParsedPattern pattern, String syntax) {
        pattern.parts().forEach(it -> append(it, syntax));
    }

    private void append(PatternPart part, String syntax) {
        if (part instanceof Literal literal) {
            appendLiteral(literal.text(), syntax);
        } else if (part instanceof Slot slot) {
            out.append('{').append(slot.name()).append('}');
        } else if (part instanceof StyledSlot styled) {
            out.append('{').append(styled.name()).append(',').append(styled.type())
                    .append(styled.style().isEmpty() ? "" : ",").append(styled.style()).append('}');
        } else if (part instanceof NumberSign) {
            out.append('#');
        } else if (part instanceof Select select) {
            out.append('{').append(select.name()).append(", select,");
            appendBranches("", select.branches(), BRACES);
            out.append('}');
        } else if (part instanceof Plural plural) {
            appendPlural(plural);
        } else if (part instanceof Choice choice) {
            throw new TextSyntaxException(TextSyntaxException.Reason.UNSUPPORTED_CONVERSION, 0, "choice: " + choice.name());
        }
    }

    private void appendPlural(Plural plural) {
        out.append('{').append(plural.name()).append(plural.ordinal() ? ", selectordinal," : ", plural,");
        if (plural.offset() != 0) {
            out.append(" offset:").append(toText(plural.offset()));
        }
        plural.exact().forEach((number, branch) -> appendBranches("=", Map.of(toText(number), branch), BRACES_AND_NUMBER_SIGN));
        appendBranches("", plural.branches(), BRACES_AND_NUMBER_SIGN);
        out.append('}');
    }

    private void appendBranches(String prefix, Map<String, ParsedPattern> branches, String syntax) {
        branches.forEach((selector, branch) -> {
            out.append(' ').append(prefix).append(selector).append('{');
            append(branch, syntax);
            out.append('}');
        });
    }

    /** Quotes each run of syntax characters as a whole, because two adjacent quotes would be an apostrophe. */
    private void appendLiteral(String literal, String syntax) {
        boolean quoted = false;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == '\'') {
                out.append("''");
            } else {
                boolean quote = syntax.indexOf(c) >= 0;
                out.append(quote == quoted ? "" : "'").append(c);
                quoted = quote;
            }
        }
        out.append(quoted ? "'" : "");
    }

    private static String toText(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
