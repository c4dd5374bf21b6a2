package dev.parlance.formats.formatjs;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.EcmaNumber;
import dev.parlance.formats.EcmaNumber.Grouping;
import dev.parlance.formats.ReadingLocale;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Select;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.Styled;
import dev.parlance.rendering.PatternParts;
import dev.parlance.rendering.PatternText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One message on its way to FormatJS. */
final class FormatJsText {
    /** {@code <b} and {@code </} begin a tag. */
    private static final Pattern SYNTAX = Pattern.compile("[{}<]+");
    private static final Pattern SYNTAX_IN_PLURAL = Pattern.compile("[{}<#]+");
    private static final Set<String> DATE_STYLES = Set.of("short", "medium", "long", "full");

    /** FormatJS' parser knows these by the names of ICU. */
    private static final Map<String, String> ROUNDINGS = Map.of("halfEven", "half-even", "halfExpand", "half-up", "halfTrunc", "half-down",
            "expand", "up", "trunc", "down", "floor", "floor", "ceil", "ceiling");

    private final BundleContent.Entry entry;
    private final ReadingLocale reader;
    private final StringBuilder out = new StringBuilder();
    private boolean lossy;

    FormatJsText(BundleContent.Entry entry, ReadingLocale reader) {
        this.entry = entry;
        this.reader = reader;
    }

    String write() {
        message(entry.parts(), false);
        return out.toString();
    }

    /** Whether FormatJS prints something else, once it is written. */
    boolean lossy() {
        return lossy;
    }

    private void message(PatternParts parts, boolean inPlural) {
        for (var part : parts.parts()) {
            if (part instanceof Literal literal) {
                out.append(PatternText.quoted(literal.text(), inPlural ? SYNTAX_IN_PLURAL : SYNTAX));
            } else {
                argument(part);
            }
        }
    }

    private void argument(PatternPart part) {
        if (part instanceof Slot slot) {
            slot(slot.name());
        } else if (part instanceof Styled styled) {
            styled(styled);
        } else if (part instanceof NumberSign) {
            out.append('#');
            plainNumber();
        } else if (part instanceof Select select) {
            out.append('{').append(select.name()).append(", select,");
            select.branches().forEach((value, branch) -> branch(value, branch, false));
            out.append('}');
        } else if (part instanceof Plural plural) {
            plural(plural);
        } else if (part instanceof PatternPart.Choice choice) {
            lossy = true;
            message(choice.last(), false);
        }
    }

    private void slot(String name) {
        if (entry.number(name)) {
            out.append('{').append(name).append(", number}");
            plainNumber();
        } else {
            lossy |= entry.money(name);
            out.append('{').append(name).append('}');
        }
    }

    /** FormatJS has no word for groups where CLDR leaves four digits together. */
    private void plainNumber() {
        lossy |= reader.numbers().leavesFourDigits() || !reader.printsAs(entry.locale());
    }

    private void styled(Styled styled) {
        out.append('{').append(styled.name());
        if (styled.type().equals("date") || styled.type().equals("time")) {
            lossy = true;
            out.append(", ").append(styled.type());
            if (DATE_STYLES.contains(styled.style())) {
                out.append(", ").append(styled.style());
            }
        } else {
            number(styled);
        }
        out.append('}');
    }

    private void number(Styled styled) {
        var style = styled.type().equals("number") ? EcmaNumber.of(styled.style(), reader.numbers()) : Optional.<EcmaNumber>empty();
        out.append(", number");
        lossy |= style.isEmpty() || style.get().grouping() == Grouping.ALWAYS || entry.money(styled.name())
                || !reader.printsAs(entry.locale());
        if (style.isPresent() && !styled.style().isEmpty()) {
            out.append(", ").append(skeleton(style.get()));
        }
    }

    private static String skeleton(EcmaNumber number) {
        var skeleton = new StringBuilder("::");
        if (number.grouping() == Grouping.OFF) {
            skeleton.append("group-off ");
        }
        if (number.mostDecimals() == 0) {
            skeleton.append("precision-integer");
        } else {
            skeleton.append('.').append("0".repeat(number.leastDecimals())).append("#".repeat(number.mostDecimals() - number.leastDecimals()));
        }
        skeleton.append(" rounding-mode-").append(ROUNDINGS.get(number.rounding()));
        if (!number.sign().equals("auto")) {
            skeleton.append(number.sign().equals("exceptZero") ? " sign-except-zero" : " sign-" + number.sign());
        }
        return skeleton.toString();
    }

    private void plural(Plural plural) {
        lossy |= !reader.choosesAs(entry.locale()) || plural.branches().get("other").parts().stream().anyMatch(it ->
                it instanceof Styled styled && styled.name().equals(plural.name()) && !styled.style().startsWith("::") && !styled.style().isEmpty());
        out.append('{').append(plural.name()).append(plural.ordinal() ? ", selectordinal," : ", plural,");
        if (plural.offset() != 0) {
            out.append(" offset:").append(plain(plural.offset()));
        }
        plural.exact().forEach((number, branch) -> branch("=" + plain(number), branch, true));
        plural.branches().forEach((category, branch) -> branch(category, branch, true));
        out.append('}');
    }

    private void branch(String selector, PatternParts branch, boolean inPlural) {
        out.append(' ').append(selector).append('{');
        message(branch, inPlural);
        out.append('}');
    }

    /** FormatJS reads whole numbers only. */
    private String plain(double number) {
        lossy |= number != Math.rint(number);
        return BigDecimal.valueOf(number).setScale(0, RoundingMode.DOWN).toPlainString();
    }
}
