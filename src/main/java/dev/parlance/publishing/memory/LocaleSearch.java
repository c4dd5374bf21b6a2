package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;

/** A search in one locale, which looks up the same terms in the index only once. Not thread-safe. */
final class LocaleSearch {
    private final PublishedLocale locale;
    private final Map<SearchTerms, BitSet> blocks = new IdentityHashMap<>();

    /** @param locale its index is created on first use */
    LocaleSearch(PublishedLocale locale) {
        this.locale = locale;
    }

    /** Returns the locale of the text of a message, which may be that of a fallback. */
    LocaleTag localeOf(int position) {
        return locale.messages().get(position).locale();
    }

    /** Returns the blocks of {@link SearchIndex#BLOCK_SIZE} messages that contain all terms, and possibly others. */
    BitSet blocks(SearchTerms terms) {
        return blocks.computeIfAbsent(terms, locale.searchIndex()::findBlocks);
    }

    /** Returns whether the message at this position may contain all terms, by its signature. */
    boolean mayContain(int position, SearchTerms terms) {
        return locale.searchIndex().mayContain(position, terms);
    }

    /** Returns whether the message at this position contains all terms. */
    boolean contains(int position, SearchTerms terms) {
        return mayContain(position, terms) && blocks(terms).get(position / SearchIndex.BLOCK_SIZE)
                && locale.searchIndex().contains(position, terms);
    }
}
