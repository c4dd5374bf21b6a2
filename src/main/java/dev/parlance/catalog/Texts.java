package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts of all messages: the draft, never what apps read. */
public interface Texts {

    /** In no stated order. */
    List<MessageText> findAll(CatalogName catalog);

    /** All of one message. */
    List<MessageText> findAll(CatalogName catalog, MessageKey key);

    /**
     * What is written in one locale, in these states; a message without such a text there is left out. Read only: these are no
     * entities.
     */
    Map<MessageKey, MessageText.TextContent> findContents(CatalogName catalog, LocaleTag locale, Set<TextState> states);

    /** Those of some messages in one locale. */
    Map<MessageKey, MessageText> findAll(CatalogName catalog, LocaleTag locale, Collection<MessageKey> keys);

    /**
     * For each of some messages, what others whose text in the locale {@code source} is the same say in the locale {@code in}: each
     * once, sorted, at most 20 of them. Without those nobody else is like.
     */
    Map<MessageKey, List<String>> findSiblingTranslations(CatalogName catalog, LocaleTag sourceLocale, LocaleTag targetLocale, Collection<MessageKey> keys);

    /** Texts no check has looked at since they were worded; at most so many, each time the next ones. */
    List<MessageText> findUnchecked(CatalogName catalog, int limit);

    /** How many there are of these; no more than {@code most} are counted. */
    int countUnchecked(CatalogName catalog, int limit);

    /** Lets the checks look anew at all texts of some messages, which nobody may have in hand after that. */
    void resetCheckResults(CatalogName catalog, Collection<MessageKey> keys);

    /** A catalog with such texts. */
    Optional<CatalogName> findCatalogWithUnchecked();

    /** Texts of these states with errors, of messages that are released. */
    List<TextId> findWithErrors(CatalogName catalog, Set<TextState> states, int limit);

    Optional<MessageText> find(CatalogName catalog, MessageKey key, LocaleTag locale);

    void add(MessageText text);

    void remove(MessageText text);
}
