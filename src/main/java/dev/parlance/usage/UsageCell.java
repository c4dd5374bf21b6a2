package dev.parlance.usage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import org.jspecify.annotations.Nullable;

/**
 * The subject of one count.
 *
 * @param locale   the locale served
 * @param name     a key, code or language tag; for a text, the code that came with it; {@link #OTHERS}; empty for a bundle
 * @param argument the name of a missing argument; else empty
 */
public record UsageCell(CatalogName catalog, UsageKind kind, LocaleTag locale, String name, String argument) {
    /** The name under which everything beyond the limits is counted. No key or language tag has this form. */
    public static final String OTHERS = "*";

    /** Creates a cell without an argument. */
    public UsageCell(CatalogName catalog, UsageKind kind, LocaleTag locale, String name) {
        this(catalog, kind, locale, name, "");
    }

    /** Compares the names first, which differ most often. Every request compares cells. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UsageCell it && name.equals(it.name) && kind == it.kind && locale.value().equals(it.locale.value())
                && catalog.value().equals(it.catalog.value()) && argument.equals(it.argument);
    }

    /** Combines the values that differ most often. */
    @Override
    public int hashCode() {
        return (31 * name.hashCode() + locale.value().hashCode()) * 31 + catalog.value().hashCode() + kind.ordinal();
    }

    /** Returns the cell that counts the names beyond the limits. */
    UsageCell others() {
        return new UsageCell(catalog, kind, locale, OTHERS);
    }
}
