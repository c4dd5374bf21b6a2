package dev.parlance.catalog.suggestions;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageId;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The port that finds existing translations of similar texts. */
public interface TranslationMemory {

    /**
     * A search for translations.
     *
     * @param catalogs        catalogs to search; those with a source locale other than {@code sourceLocale} are skipped
     * @param excludedMessage the message to be translated
     */
    record Query(String text, LocaleTag sourceLocale, LocaleTag targetLocale, Set<CatalogName> catalogs,
            Optional<MessageId> excludedMessage) {
    }

    /**
     * Returns distinct translations of equal and similar source texts.
     *
     * <p>The most similar source comes first. Among equally similar ones, approved texts come before translated ones, drafts last.
     */
    List<Suggestion> findSimilar(Query query, int limit);
}
