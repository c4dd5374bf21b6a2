package dev.parlance.exchange.imports;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.EntryDetails;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.NumberedArguments;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.PatternText;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stored text in the form in which exports write it.
 *
 * <p>A dialect may not support everything in the stored text, such as plural forms. A file with exactly the exported text has not been
 * edited, so importing it must not reduce the stored text.
 */
record ExportedText(TextContent stored, LocaleTag locale, ArgumentContract contract) {
    /** Any state marks a text as intended for translators, so it has no bidi isolates. */
    private static final EntryDetails FOR_TRANSLATORS =
            new EntryDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ReviewState.TRANSLATED));

    boolean equalsOriginal(ConvertedEntry.Original original) {
        var text = comparable(original.text(), original.dialect());
        return Stream.of(FOR_TRANSLATORS, EntryDetails.NONE).map(this::toEntry).distinct().anyMatch(entry ->
                Stream.of(PluralSupport.values()).anyMatch(plurals -> isEqual(write(original, plurals, entry), text)));
    }

    private BundleContent.Entry toEntry(EntryDetails details) {
        var pattern = PatternText.of(stored.syntax(), stored.message()).withNames(contract).pattern();
        return new BundleContent.Entry("", pattern, contract, locale, Set.of(), details);
    }

    private RawText write(ConvertedEntry.Original original, PluralSupport plurals, BundleContent.Entry entry) {
        var written = new DialectWriter(original.dialect(), plurals, new ClientLocale(locale)).write(entry, new Losses(entry));
        return comparable(written, original.dialect());
    }

    /** Some formats number arguments that others do not. */
    private static RawText comparable(RawText text, MessageDialect dialect) {
        return dialect == MessageDialect.PRINTF ? NumberedArguments.of(text) : text;
    }

    /** A file may omit forms that its program does not use, and may name the counted argument differently or not at all. */
    private static boolean isEqual(RawText written, RawText original) {
        return written instanceof PluralForms one && original instanceof PluralForms other ? one.ordinal() == other.ordinal()
                && other.forms().entrySet().stream().allMatch(it -> it.getValue().equals(rename(one, other, one.forms().get(it.getKey()))))
                : written.equals(original);
    }

    /** i18next names the counted argument {@code count}, but the reader may have restored its original name. */
    private static @Nullable String rename(PluralForms written, PluralForms original, @Nullable String form) {
        return form == null ? null : form.replace("{{" + written.argument(), "{{" + original.argument());
    }
}
