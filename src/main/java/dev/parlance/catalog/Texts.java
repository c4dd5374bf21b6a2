package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The repository of draft texts. Apps never read these: they read releases. */
public interface Texts {

    /** Returns all texts in no particular order. */
    List<MessageText> findAll(CatalogName catalog);

    /** Returns all texts of a message, sorted by locale. */
    List<MessageText> findAll(CatalogName catalog, MessageKey key);

    /**
     * Returns the contents of texts in a locale and in some states. Messages without such a text are absent.
     *
     * <p>Reads columns only and loads no entities.
     */
    Map<MessageKey, MessageText.TextContent> findContents(CatalogName catalog, LocaleTag locale, Set<TextState> states);

    /** Returns the texts of some messages in some locales, in no particular order. */
    List<MessageText> findAll(CatalogName catalog, Set<LocaleTag> locales, Collection<MessageKey> keys);

    /** Returns the texts of some messages in a locale. Messages without one are absent. */
    Map<MessageKey, MessageText> findAll(CatalogName catalog, LocaleTag locale, Collection<MessageKey> keys);

    /**
     * Returns how messages with the same source text are translated, for each of some messages.
     *
     * <p>The translations of a key are distinct, sorted and at most 20. Keys without such messages are absent.
     */
    Map<MessageKey, List<String>> findSiblingTranslations(CatalogName catalog, LocaleTag sourceLocale, LocaleTag targetLocale,
            Collection<MessageKey> keys);

    /**
     * Returns texts that have not been checked since their content changed.
     *
     * <p>Once their findings are recorded, the next call returns others.
     */
    List<MessageText> findUnchecked(CatalogName catalog, int limit);

    /** Returns the number of unchecked texts, but counts no more than {@code limit}. */
    int countUnchecked(CatalogName catalog, int limit);

    /**
     * Resets the check results of all texts of some messages, so that they are checked again.
     *
     * <p>Flushes pending changes and detaches these texts: callers must not use the entities afterwards.
     */
    void resetCheckResults(CatalogName catalog, Collection<MessageKey> keys);

    /** Returns any catalog that has unchecked texts. */
    Optional<CatalogName> findCatalogWithUnchecked();

    /** Returns the texts of released messages that have errors and one of the states. */
    List<TextId> findWithErrors(CatalogName catalog, Set<TextState> states, int limit);

    Optional<MessageText> find(CatalogName catalog, MessageKey key, LocaleTag locale);

    /** Returns all texts in a locale, sorted by key. */
    List<MessageText> findAll(CatalogName catalog, LocaleTag locale);

    /** Removes all texts in a locale. Flushes pending changes and detaches the texts. */
    void removeAll(CatalogName catalog, LocaleTag locale);

    /**
     * Makes another locale the source of all texts, and resets their check results.
     *
     * <p>Every text counts as made from the present text of the new source. Flushes pending changes and detaches all texts.
     */
    void changeSource(CatalogName catalog, LocaleTag source);

    void add(MessageText text);

    void remove(MessageText text);
}
