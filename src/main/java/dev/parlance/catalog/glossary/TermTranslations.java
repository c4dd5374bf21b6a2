package dev.parlance.catalog.glossary;

import dev.parlance.locales.LocaleTag;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a term is called in other languages. */
public record TermTranslations(SortedMap<LocaleTag, String> byLocale) {
    public TermTranslations {
        byLocale = Collections.unmodifiableSortedMap(new TreeMap<>(byLocale));
    }
}
