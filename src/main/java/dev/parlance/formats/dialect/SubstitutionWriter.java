package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Substitutions;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Writes texts with several counted arguments, each of which becomes a named part. */
final class SubstitutionWriter {
    private final DialectWriter writer;
    private final BundleContent.Entry entry;
    private final Losses losses;
    private final BranchSelection branches;

    SubstitutionWriter(DialectWriter writer, BundleContent.Entry entry, Losses losses) {
        this.writer = writer;
        this.entry = entry;
        this.losses = losses;
        this.branches = new BranchSelection(entry, writer.client(), losses);
    }

    /** Returns whether a pattern counts several arguments. For a single one, forms of the whole text are simpler. */
    static boolean isNeeded(ParsedPattern pattern) {
        return pattern.allParts().filter(Plural.class::isInstance).map(it -> ((Plural) it).name()).distinct().count() > 1;
    }

    Substitutions write() {
        var text = new StringBuilder();
        var variables = new LinkedHashMap<String, PluralForms>();
        List<PatternPart> before = new ArrayList<>();
        var names = entry.contract().arguments().stream().map(Argument::name).toList();
        for (var part : branches.withoutSelects(entry.parts()).parts()) {
            int position = part instanceof Plural plural ? names.indexOf(entry.contract().canonicalName(plural.name())) : -1;
            if (position >= 0) {
                text.append(writeText(before));
                before.clear();
                var name = uniqueName((Plural) part, variables);
                variables.put(name, writeForms((Plural) part));
                text.append('%').append(position + 1).append("$#@").append(name).append('@');
            } else if (part instanceof Plural plural) {
                losses.add(LossReason.UNDECLARED_ARGUMENT, plural.name());
                before.addAll(new ParsedPattern(List.of(plural)).withDefaultBranches().parts());
            } else {
                before.add(part);
            }
        }
        return new Substitutions(text.append(writeText(before)).toString(), variables);
    }

    private PluralForms writeForms(Plural plural) {
        var forms = new TreeMap<String, String>();
        branches.forms(new ParsedPattern(List.of(plural)), plural).forEach((form, branch) -> forms.put(form, writeText(branch.parts())));
        return new PluralForms(DialectWriter.positionOf(entry, plural.name()), plural.ordinal(), forms);
    }

    /** The first conversion without a position prints the argument of the part, so every conversion gets a position. */
    private String writeText(List<PatternPart> parts) {
        return PrintfTexts.withPositions(writer.writeText(entry, new ParsedPattern(parts), losses, UnaryOperator.identity()));
    }

    /** A name that starts with a digit could be mistaken for a position. */
    private static String uniqueName(Plural plural, LinkedHashMap<String, PluralForms> taken) {
        var base = ArgumentNames.isPosition(plural.name()) ? "arg" + plural.name() : plural.name();
        var name = base;
        for (int i = 2; taken.containsKey(name); i++) {
            name = base + i;
        }
        return name;
    }
}
