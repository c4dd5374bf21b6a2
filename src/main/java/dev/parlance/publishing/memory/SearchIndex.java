package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.SearchFolding;
import java.util.BitSet;
import java.util.List;

/**
 * A substring search over the keys, reasons, texts and descriptions of a locale.
 *
 * <p>Case, width and invisible characters are ignored; see {@link SearchFolding}. There are no wildcards. The index narrows a query down to
 * blocks of consecutive messages, whose texts are then folded and compared. It does not store the folded texts, which would take as much
 * memory as the texts themselves.
 */
final class SearchIndex {
    /** Larger blocks need a smaller index, and compare more messages for each match. */
    static final int BLOCK_SIZE = 16;

    private final SearchFolding folding;
    private final List<PublishedMessage> messages;
    private final GramPostings postings;

    SearchIndex(LocaleTag locale, List<PublishedMessage> messages) {
        this.folding = new SearchFolding(locale);
        this.messages = messages;
        var builder = new GramPostings.Builder(messages.size());
        for (int position = 0; position < messages.size(); position++) {
            builder.add(searchedText(position));
            if (position % BLOCK_SIZE == BLOCK_SIZE - 1 || position == messages.size() - 1) {
                builder.endBlock();
            }
        }
        this.postings = builder.build();
    }

    /**
     * Returns all blocks of {@link #BLOCK_SIZE} messages that contain a query, and possibly others.
     *
     * @param foldedQuery the query as folded by {@link #fold} of this index
     */
    BitSet findBlocks(String foldedQuery) {
        return postings.findBlocks(foldedQuery);
    }

    /**
     * Returns whether the message at this position contains the query.
     *
     * @param foldedQuery the query as folded by {@link #fold} of this index
     */
    boolean contains(int position, String foldedQuery) {
        return !foldedQuery.isEmpty() && searchedText(position).contains(foldedQuery);
    }

    /** Folds a text by the rules of the locale. */
    String fold(String text) {
        return folding.fold(text);
    }

    long sizeInBytes() {
        return postings.sizeInBytes();
    }

    private String searchedText(int position) {
        var it = messages.get(position);
        return fold(String.join("\n", it.key(), it.reason(), it.text(), it.description()));
    }
}
