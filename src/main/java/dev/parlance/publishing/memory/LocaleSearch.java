package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A search in one locale, which looks up each text in the index once. For a single thread. */
final class LocaleSearch {
    private final PublishedLocale locale;
    private final Map<List<SearchedText>, BitSet> blocks = new HashMap<>();

    /** @param locale its index is created on first use */
    LocaleSearch(PublishedLocale locale) {
        this.locale = locale;
    }

    /** Returns the locale of the text of a message, which may be that of a fallback. */
    LocaleTag localeOf(int position) {
        return locale.messages().get(position).locale();
    }

    /** Returns the blocks of {@link SearchIndex#BLOCK_SIZE} messages that contain all of these texts, and possibly others. */
    BitSet blocks(List<SearchedText> texts) {
        return blocks.computeIfAbsent(texts, locale.searchIndex()::findBlocks);
    }

    /** Returns whether the message at this position contains all of these texts. */
    boolean contains(int position, List<SearchedText> texts) {
        return blocks(texts).get(position / SearchIndex.BLOCK_SIZE) && locale.searchIndex().contains(position, texts);
    }
}
