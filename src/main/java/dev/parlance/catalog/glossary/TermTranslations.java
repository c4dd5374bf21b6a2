package dev.parlance.catalog.glossary;

import dev.parlance.locales.LocaleTag;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The required translations of a term by locale. */
public record TermTranslations(SortedMap<LocaleTag, String> byLocale) {
    public TermTranslations {
        byLocale = Collections.unmodifiableSortedMap(new TreeMap<>(byLocale));
    }
}
