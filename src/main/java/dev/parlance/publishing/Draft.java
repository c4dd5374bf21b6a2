package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.locales.LocaleTag;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The working state of a catalog at one moment.
 *
 * @param messages in order
 * @param wordings by key, then by locale
 */
public record Draft(CatalogName catalog, LocaleTag source, SortedSet<LocaleTag> locales, List<Entry> messages,
                    Map<MessageKey, Map<LocaleTag, MessageText.Wording>> wordings) {

    /** A message of the draft. */
    public record Entry(MessageKey key, Message.Definition definition) {
    }

    static Draft of(CatalogName catalog, LocaleTag source, Collection<LocaleTag> locales, List<Message> messages,
                    List<MessageText> texts) {
        var wordings = new HashMap<MessageKey, Map<LocaleTag, MessageText.Wording>>();
        texts.forEach(text -> wordings.computeIfAbsent(text.key(), key -> new HashMap<>())
                .put(text.locale(), text.wording()));
        return new Draft(catalog, source, new TreeSet<>(locales),
                messages.stream().map(it -> new Entry(it.key(), it.definition())).toList(), wordings);
    }
}
