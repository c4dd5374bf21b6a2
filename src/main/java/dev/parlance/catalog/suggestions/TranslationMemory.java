package dev.parlance.catalog.suggestions;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageId;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was ever translated. */
public interface TranslationMemory {

    /**
     * @param catalogs where to look; only those are looked at whose source is in the locale {@code from}
     * @param except   the message that is to be translated
     */
    record Query(String text, LocaleTag sourceLocale, LocaleTag targetLocale, Set<CatalogName> catalogs, Optional<MessageId> excludedMessage) {
    }

    /**
     * The same and similar sources with their translations: the same first, then the more alike, among equals the approved before
     * the translated, drafts last. Each translation once.
     */
    List<Suggestion> findSimilar(Query query, int limit);
}
