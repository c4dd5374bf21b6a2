package dev.parlance.exchange.imports;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.table.TableMapping;
import dev.parlance.locales.LocaleTag;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The options of an import.
 *
 * @param format       the format name of all files; empty to detect it
 * @param dialect      of all texts; empty to use that of the file or of the format, or to detect it
 * @param locale       of all texts without a locale; empty to use that of the file or of its path
 * @param sourceLocale of files that name no locale; empty for the source locale of the catalog
 * @param addLocales   whether locales that the catalog lacks are added; otherwise their texts are refused
 * @param reviewed     the treatment of approved texts whose content differs
 * @param deleteMissing whether texts and messages that the files lack are removed
 * @param skipRefused  whether refused texts are skipped; otherwise, one refused text rejects the import
 * @param mapping      of the columns of tables; empty to infer it
 * @param writable     the locales that the caller may import
 */
public record ImportOptions(Optional<String> format, Optional<MessageDialect> dialect, Optional<LocaleTag> locale,
        Optional<LocaleTag> sourceLocale, boolean addLocales, ReviewedTexts reviewed, boolean deleteMissing, boolean skipRefused,
        Optional<TableMapping> mapping, Predicate<LocaleTag> writable) {

    /** Detects all properties, and neither adds locales nor removes texts. */
    public static final ImportOptions DEFAULT = new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            false, ReviewedTexts.CONFLICT, false, false, Optional.empty(), it -> true);

    /** The treatment of approved texts that an import would change or remove. */
    public enum ReviewedTexts {
        /** They reject the import. */
        CONFLICT,
        /** They are preserved, and the rest is imported. */
        KEEP,
        /** They are replaced and must be approved again. */
        OVERWRITE
    }

    public ImportOptions withMapping(Optional<TableMapping> columns) {
        return new ImportOptions(format, dialect, locale, sourceLocale, addLocales, reviewed, deleteMissing, skipRefused, columns,
                writable);
    }
}
