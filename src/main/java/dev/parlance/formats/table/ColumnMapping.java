package dev.parlance.formats.table;

import dev.parlance.locales.LocaleTag;
import java.util.Optional;

/**
 * The meaning of one column.
 *
 * @param column     the heading, or a JSON pointer relative to an entry
 * @param locale     of a message or description; empty for the locale of the file
 * @param confidence from 0 to 1; 1 if a user chose the field
 */
public record ColumnMapping(String column, TableField field, Optional<LocaleTag> locale, double confidence) {
}
