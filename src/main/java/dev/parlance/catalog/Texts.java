package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts of all messages: the draft, never what apps read. */
public interface Texts {

    /** In no stated order. */
    List<MessageText> of(CatalogName catalog);

    /** What is written in one locale; a message without a text there is left out. Read only: these are no entities. */
    Map<MessageKey, MessageText.Wording> wordings(CatalogName catalog, LocaleTag locale);

    /** The locales of a catalog in which some message has no text. */
    Set<LocaleTag> localesWithGaps(CatalogName catalog);

    Optional<MessageText> find(CatalogName catalog, MessageKey key, LocaleTag locale);

    void add(MessageText text);
}
