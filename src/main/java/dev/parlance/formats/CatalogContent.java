package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The content of a catalog in files, without ids, history or database state.
 *
 * @param requiredLocales the locales in which a release may have no missing text
 * @param messages in the order of the file
 * @param texts by locale, then by key in the order of {@code messages}; a message without a text in a locale is omitted
 */
public record CatalogContent(String title, LocaleTag sourceLocale, SortedSet<LocaleTag> requiredLocales, List<MessageEntry> messages,
                             SortedMap<LocaleTag, Map<String, TextEntry>> texts) {
    public CatalogContent {
        requiredLocales = Collections.unmodifiableSortedSet(new TreeSet<>(requiredLocales));
        messages = List.copyOf(messages);
        var ordered = new TreeMap<LocaleTag, Map<String, TextEntry>>();
        texts.forEach((locale, byKey) -> ordered.put(locale, Collections.unmodifiableMap(new LinkedHashMap<>(byKey))));
        texts = Collections.unmodifiableSortedMap(ordered);
    }
}
