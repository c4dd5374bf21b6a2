package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of an export over several locales.
 *
 * @param catalog the name of the catalog
 * @param content definitions and stored texts, as typed
 * @param bundles the same texts as patterns with named arguments, by locale, without fallbacks
 */
public record CatalogExport(String catalog, CatalogContent content, SortedMap<LocaleTag, BundleContent> bundles) {
    public CatalogExport {
        bundles = Collections.unmodifiableSortedMap(new TreeMap<>(bundles));
    }
}
