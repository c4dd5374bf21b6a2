package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes Symfony texts. Plural forms are separated by bars, exact numbers first. */
final class SymfonyTextWriter {
    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final Losses losses;

    SymfonyTextWriter(BundleContent.Entry entry, ClientLocale client, Losses losses) {
        this.entry = entry;
        this.client = client;
        this.losses = losses;
    }

    String write() {
        var branches = new BranchSelection(entry, client, losses);
        var pattern = branches.withoutSelects(entry.parts());
        var counted = BranchSelection.findCounted(pattern);
        if (counted.isPresent()) {
            return writeForms(branches, pattern, counted.get());
        }
        var text = writeText(pattern);
        boolean hasBar = text.indexOf('|') >= 0;
        boolean hasArguments = pattern.parts().stream().anyMatch(it -> !(it instanceof Literal));
        losses.addIf(hasBar && hasArguments, LossReason.SYNTAX, "");
        var written = hasArguments ? text.replace("|", "||") : text;
        NamedTextWriter.checkSyntax(pattern, () -> SymfonyTexts.parse(written, client.locale()), losses);
        return written;
    }

    private String writeForms(BranchSelection branches, ParsedPattern pattern, Plural counted) {
        losses.addIf(counted.ordinal(), LossReason.PLURAL_FORM, counted.name());
        var exact = new LinkedHashMap<Double, ParsedPattern>();
        branches.exactForms(pattern, counted).forEach((number, text) -> {
            if (number == Math.rint(number) && number >= 0) {
                exact.put(number, text);
            } else {
                losses.add(LossReason.PLURAL_FORM, counted.name());
            }
        });
        var plain = new LinkedHashMap<String, ParsedPattern>();
        SymfonyTexts.usedCategories(client.numbers()).forEach(it -> plain.put(it, branches.category(pattern, counted, it)));
        var written = writeForms(exact, plain);
        var read = new ParsedPattern(List.of(new Plural(counted.name(), false, 0, exact, withOther(plain))));
        NamedTextWriter.checkSyntax(read, () -> SymfonyTexts.parse(written, client.locale()), losses);
        return written;
    }

    /** Labels forms without a placeholder, because their bars would otherwise be literal. */
    private String writeForms(Map<Double, ParsedPattern> exact, Map<String, ParsedPattern> plain) {
        var forms = new ArrayList<String>();
        exact.forEach((number, text) -> forms.add("{" + number.longValue() + "} " + writeForm(text)));
        boolean labelled = exact.isEmpty() && plain.values().stream().allMatch(it ->
                it.parts().stream().allMatch(Literal.class::isInstance));
        plain.forEach((category, text) -> forms.add((labelled ? category + ": " : "") + writeForm(text)));
        return String.join("|", forms);
    }

    /** In some languages, no whole number has the category {@code other}. */
    private static Map<String, ParsedPattern> withOther(Map<String, ParsedPattern> forms) {
        var all = new LinkedHashMap<>(forms);
        forms.values().forEach(it -> all.put(PluralTexts.OTHER, forms.getOrDefault(PluralTexts.OTHER, it)));
        return all;
    }

    /** Symfony trims the forms. */
    private String writeForm(ParsedPattern pattern) {
        var text = writeText(pattern);
        losses.addIf(!text.strip().equals(text), LossReason.SYNTAX, "");
        return text.strip().replace("|", "||");
    }

    private String writeText(ParsedPattern pattern) {
        return new NamedTextWriter(MessageDialect.SYMFONY, entry, client, losses).write(withSlots(pattern));
    }

    private static ParsedPattern withSlots(ParsedPattern pattern) {
        List<PatternPart> parts = new ArrayList<>();
        pattern.parts().forEach(it -> parts.add(it instanceof NumberSign sign ? new Slot(sign.name()) : it));
        return new ParsedPattern(parts);
    }
}
