package dev.parlance.exchange.imports;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.table.TableMapping;
import dev.parlance.locales.LocaleTag;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The choices of the caller.
 *
 * @param format       the name of the format of all files; empty to recognise it
 * @param dialect      of all texts; empty to take that of the file or of the format, or to recognise it
 * @param locale       of all texts without a locale of their own; empty to take that of the file or of its path
 * @param sourceLocale of files that name no locale; empty for the source locale of the catalog
 * @param addLocales   whether locales that the catalog lacks are added; otherwise their texts are refused
 * @param reviewed     the treatment of approved texts whose content differs
 * @param deleteMissing whether texts and messages that the files lack are removed
 * @param skipRefused  whether refused texts are left out; otherwise one refused text rejects the import
 * @param mapping      of the columns of tables; empty to guess it
 * @param writable     the locales that the caller may import
 */
public record ImportOptions(Optional<String> format, Optional<MessageDialect> dialect, Optional<LocaleTag> locale,
        Optional<LocaleTag> sourceLocale, boolean addLocales, ReviewedTexts reviewed, boolean deleteMissing, boolean skipRefused,
        Optional<TableMapping> mapping, Predicate<LocaleTag> writable) {

    /** Recognises everything, adds and removes nothing. */
    public static final ImportOptions DEFAULT = new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            false, ReviewedTexts.CONFLICT, false, false, Optional.empty(), it -> true);

    /** The treatment of approved texts that an import would change or remove. */
    public enum ReviewedTexts {
        /** They reject the import. */
        CONFLICT,
        /** They stay, and the rest is imported. */
        KEEP,
        /** They are replaced, and need a new approval. */
        OVERWRITE
    }

    public ImportOptions withMapping(Optional<TableMapping> columns) {
        return new ImportOptions(format, dialect, locale, sourceLocale, addLocales, reviewed, deleteMissing, skipRefused, columns,
                writable);
    }
}
