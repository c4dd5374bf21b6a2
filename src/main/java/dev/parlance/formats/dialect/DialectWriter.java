package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.PositionalPattern;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Converts patterns to the texts of files.
 *
 * <p>ICU, braces and Symfony express plural forms within a text, so they always produce single texts, whatever {@code plurals} is.
 *
 * @param client the locale in which the texts are read
 */
public record DialectWriter(MessageDialect dialect, PluralSupport plurals, ClientLocale client) {

    /**
     * Converts the pattern of a message.
     *
     * @param losses receives the parts that the dialect cannot express
     */
    public RawText write(BundleContent.Entry entry, Losses losses) {
        if (plurals == PluralSupport.NONE || hasOwnPlurals()) {
            return new Single(writeSingle(entry, losses));
        }
        if (plurals == PluralSupport.SUBSTITUTIONS && SubstitutionWriter.isNeeded(entry.parts())) {
            return new SubstitutionWriter(this, entry, losses).write();
        }
        var branches = new BranchSelection(entry, client, losses);
        var pattern = branches.withoutSelects(entry.parts());
        var counted = BranchSelection.findCounted(pattern);
        return counted.<RawText>map(it -> writeForms(entry, branches, pattern, it, losses))
                .orElseGet(() -> new Single(writeText(entry, pattern, losses)));
    }

    /** Converts the pattern of a message to a single text. Plurals that the dialect does not support are reduced. */
    public String writeSingle(BundleContent.Entry entry, Losses losses) {
        return switch (dialect) {
            case ICU -> entry.isIsolated() ? IcuPatternWriter.write(entry.parts()) : entry.pattern();
            case BRACES -> new BracesTextWriter(entry, client, losses).write();
            case SYMFONY -> new SymfonyTextWriter(entry, client, losses).write();
            default -> writeText(entry, PositionalPattern.withoutBranches(entry.parts(), losses), losses);
        };
    }

    private boolean hasOwnPlurals() {
        return dialect == MessageDialect.ICU || dialect == MessageDialect.BRACES || dialect == MessageDialect.SYMFONY;
    }

    private PluralForms writeForms(BundleContent.Entry entry, BranchSelection branches, ParsedPattern pattern, Plural counted,
            Losses losses) {
        var name = countedName(entry, pattern, counted);
        var forms = new TreeMap<String, String>();
        branches.forms(pattern, counted).forEach((form, text) -> forms.put(form, writeText(entry, text, losses,
                it -> it.equals(counted.name()) ? name : it)));
        return new PluralForms(isPositional() ? positionOf(entry, name) : name, counted.ordinal(), forms);
    }

    private boolean isPositional() {
        return dialect == MessageDialect.JAVA || dialect == MessageDialect.SPRING || dialect == MessageDialect.PRINTF
                || dialect == MessageDialect.APPLE || dialect == MessageDialect.WEBEXTENSION;
    }

    /** Returns the position of an argument in the texts, or its name if it is undeclared and therefore has no position. */
    static String positionOf(BundleContent.Entry entry, String name) {
        int position = entry.contract().arguments().stream().map(Argument::name).toList().indexOf(name);
        return position < 0 ? name : Integer.toString(position);
    }

    /** i18next passes the counted number as {@code count}. The argument keeps its name if another argument is named {@code count}. */
    private String countedName(BundleContent.Entry entry, ParsedPattern pattern, Plural counted) {
        boolean single = pattern.allParts().filter(Plural.class::isInstance).map(it -> ((Plural) it).name()).distinct().count() == 1;
        boolean taken = entry.contract().arguments().stream().map(Argument::name).anyMatch(PluralTexts.COUNT::equals);
        return dialect == MessageDialect.I18NEXT && single && !taken ? PluralTexts.COUNT : counted.name();
    }

    private String writeText(BundleContent.Entry entry, ParsedPattern pattern, Losses losses) {
        return writeText(entry, pattern, losses, UnaryOperator.identity());
    }

    /**
     * Writes a pattern without branches.
     *
     * @param names returns the name that the client uses for an argument
     */
    String writeText(BundleContent.Entry entry, ParsedPattern pattern, Losses losses, UnaryOperator<String> names) {
        if (dialect == MessageDialect.I18NEXT) {
            var text = new I18nextTextWriter(entry, client, losses, names);
            pattern.parts().forEach(text::append);
            return text.finish();
        }
        var plain = new ParsedPattern(pattern.parts().stream().map(it -> withoutNumberSign(it, losses)).toList());
        return switch (dialect) {
            case JAVA -> new JavaTextWriter(entry, client, losses).write(positional(entry, plain, losses));
            case SPRING -> writeSpring(entry, plain, losses);
            case PRINTF -> new PrintfTextWriter(entry, client, losses).write(positional(entry, plain, losses));
            case APPLE -> PrintfTexts.toApple(new PrintfTextWriter(entry, client, losses).write(positional(entry, plain, losses)));
            case PYTHON -> writePython(entry, plain, losses);
            case WEBEXTENSION -> new NamedTextWriter(dialect, entry, client, losses).write(positional(entry, plain, losses));
            case PLAIN -> writePlain(plain, losses);
            default -> new NamedTextWriter(dialect, entry, client, losses).write(plain);
        };
    }

    private static ParsedPattern positional(BundleContent.Entry entry, ParsedPattern pattern, Losses losses) {
        return PositionalPattern.of(pattern, entry.contract(), losses);
    }

    /** A number sign prints a grouped number. printf can print only whole numbers, and must know that the number is whole. */
    private PatternPart withoutNumberSign(PatternPart part, Losses losses) {
        if (!(part instanceof NumberSign sign)) {
            return part;
        }
        losses.addIf(sign.offset() != 0, LossReason.PLURAL_FORM, sign.name());
        if (plurals == PluralSupport.NONE || dialect != MessageDialect.PRINTF && dialect != MessageDialect.APPLE) {
            return new Slot(sign.name());
        }
        losses.add(LossReason.NUMBER_STYLE, sign.name());
        return new StyledSlot(sign.name(), "number", PrintfTextWriter.WHOLE_NUMBER_STYLE);
    }

    /** Spring does not pass a text without arguments to {@code MessageFormat}. */
    private String writeSpring(BundleContent.Entry entry, ParsedPattern pattern, Losses losses) {
        var java = positional(entry, pattern, losses);
        boolean literal = java.parts().stream().allMatch(Literal.class::isInstance);
        if (!literal) {
            return new JavaTextWriter(entry, client, losses).write(java);
        }
        var text = java.parts().stream().map(it -> ((Literal) it).text()).collect(Collectors.joining());
        boolean misread = DialectReader.hasPosition(text);
        losses.addIf(misread, LossReason.SYNTAX, "");
        return text;
    }

    /** Python supports either names or positions. Positions must be in order. */
    private String writePython(BundleContent.Entry entry, ParsedPattern pattern, Losses losses) {
        var names = pattern.parts().stream().flatMap(it -> ArgumentNames.nameOf(it).stream()).toList();
        boolean inOrder = true;
        for (int i = 0; i < names.size(); i++) {
            inOrder &= names.get(i).equals(Integer.toString(i));
        }
        return inOrder ? new PrintfTextWriter(entry, client, losses).write(positional(entry, pattern, losses))
                : new NamedTextWriter(dialect, entry, client, losses).write(pattern);
    }

    /** A literal text has no arguments, so the names of the arguments stay visible. */
    private static String writePlain(ParsedPattern pattern, Losses losses) {
        var text = new StringBuilder();
        for (var part : pattern.parts()) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else {
                var name = ArgumentNames.nameOf(part).orElseThrow();
                losses.add(LossReason.SYNTAX, name);
                text.append('{').append(name).append('}');
            }
        }
        return text.toString();
    }
}
