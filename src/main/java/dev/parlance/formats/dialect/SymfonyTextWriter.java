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
import java.util.List;

/** A writer of Symfony texts. Plural forms are separated by bars, exact numbers first. */
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
        NamedTextWriter.checkSyntax(pattern, SymfonyTexts.parse(written, client.locale()), losses);
        return written;
    }

    private String writeForms(BranchSelection branches, ParsedPattern pattern, Plural counted) {
        losses.addIf(counted.ordinal(), LossReason.PLURAL_FORM, counted.name());
        var exact = new ArrayList<String>();
        branches.exactForms(pattern, counted).forEach((number, text) -> {
            if (number == Math.rint(number) && number >= 0) {
                exact.add("{" + number.longValue() + "} " + writeForm(text));
            } else {
                losses.add(LossReason.PLURAL_FORM, counted.name());
            }
        });
        var categories = SymfonyTexts.usedCategories(client.numbers());
        var plain = categories.stream().map(it -> writeForm(branches.category(pattern, counted, it))).toList();
        boolean labelled = exact.isEmpty() && plain.stream().noneMatch(SymfonyTexts::hasPlaceholder);
        var forms = new ArrayList<>(exact);
        for (int i = 0; i < plain.size(); i++) {
            forms.add(labelled ? categories.get(i) + ": " + plain.get(i) : plain.get(i));
        }
        return String.join("|", forms);
    }

    /** Symfony strips the forms. */
    private String writeForm(ParsedPattern pattern) {
        var text = writeText(pattern);
        losses.addIf(!text.strip().equals(text), LossReason.SYNTAX, "");
        NamedTextWriter.checkSyntax(withSlots(pattern), Placeholders.parseSymfony(text), losses);
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
