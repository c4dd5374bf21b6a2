package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.FallbackChain;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The working state of a catalog at one moment, or the part of it that a cut needs.
 *
 * @param messages definitions by key, in catalog order
 * @param texts    texts by locale, then by key
 */
public record Draft(CatalogName catalog, LocaleTag sourceLocale, SortedSet<LocaleTag> locales,
                    Map<MessageKey, Message.Definition> messages, Map<LocaleTag, Map<MessageKey, TextContent>> texts) {

    /** A text and the locale it was found in. */
    public record LocatedText(LocaleTag locale, TextContent text) {
    }

    /** Returns the offered locales to search for a text, nearest first; the source locale comes last. */
    static List<LocaleTag> fallbackChain(LocaleTag locale, SortedSet<LocaleTag> offered, LocaleTag source) {
        var chain = new ArrayList<>(FallbackChain.of(locale));
        chain.retainAll(offered);
        chain.remove(source);
        chain.add(source);
        return chain;
    }

    public List<LocaleTag> fallbackChain(LocaleTag locale) {
        return fallbackChain(locale, locales, sourceLocale);
    }

    public Map<MessageKey, TextContent> textsIn(LocaleTag locale) {
        return texts.getOrDefault(locale, Map.of());
    }

    /** Returns the first text along the chain; empty if not even the source locale has one. */
    public Optional<LocatedText> findText(MessageKey key, List<LocaleTag> chain) {
        for (var locale : chain) {
            var text = textsIn(locale).get(key);
            if (text != null) {
                return Optional.of(new LocatedText(locale, text));
            }
        }
        return Optional.empty();
    }
}
