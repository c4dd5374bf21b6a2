package dev.parlance.usage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;

/**
 * What one count is about.
 *
 * @param locale   the locale served
 * @param name     a key, code or language tag; {@link #OTHERS}; empty for a bundle
 * @param argument the name of a missing argument; else empty
 */
public record UsageCell(CatalogName catalog, UsageKind kind, LocaleTag locale, String name, String argument) {
    /** The name under which everything beyond the limits is counted. No key or language tag has this form. */
    public static final String OTHERS = "*";

    /** Creates a cell without an argument. */
    public UsageCell(CatalogName catalog, UsageKind kind, LocaleTag locale, String name) {
        this(catalog, kind, locale, name, "");
    }

    /** Returns the cell that counts the names beyond the limits. */
    UsageCell others() {
        return new UsageCell(catalog, kind, locale, OTHERS);
    }
}
