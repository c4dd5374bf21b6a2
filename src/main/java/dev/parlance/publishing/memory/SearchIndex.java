package dev.parlance.publishing.memory;

import dev.parlance.locales.AccentFolding;
import java.util.BitSet;
import java.util.List;

/**
 * A substring search over the keys, reasons, texts and descriptions of a locale.
 *
 * <p>Case, accents, width and invisible characters are ignored; see {@link AccentFolding}. There are no wildcards. The index narrows a
 * query down to blocks of consecutive messages, whose texts are then folded and compared. It does not store the folded texts, which
 * would take as much memory as the texts themselves.
 */
final class SearchIndex {
    /** Larger blocks need a smaller index, and compare more messages for each match. */
    static final int BLOCK_SIZE = 16;

    private final List<PublishedMessage> messages;
    private final GramPostings postings;

    SearchIndex(List<PublishedMessage> messages) {
        this.messages = messages;
        var builder = new GramPostings.Builder(messages.size());
        for (int position = 0; position < messages.size(); position++) {
            var it = messages.get(position);
            builder.add(AccentFolding.fold(String.join("\n", it.key(), it.reason(), it.text(), it.description())));
            if (position % BLOCK_SIZE == BLOCK_SIZE - 1 || position == messages.size() - 1) {
                builder.endBlock();
            }
        }
        this.postings = builder.build();
    }

    /**
     * Returns all blocks of {@link #BLOCK_SIZE} messages that contain a query, and possibly others.
     *
     * @param folded the query, folded
     */
    BitSet findBlocks(String folded) {
        return postings.findBlocks(folded);
    }

    /**
     * Returns the blocks that have the most in common with a text.
     *
     * @param folded the text, folded
     */
    BitSet findSimilarBlocks(String folded, int limit) {
        return postings.findSimilarBlocks(folded, limit);
    }

    /**
     * Returns whether the message at this position contains the query in one of its fields.
     *
     * @param folded the query, folded
     */
    boolean contains(int position, String folded) {
        if (folded.isEmpty()) {
            return false;
        }
        var it = messages.get(position);
        return contains(it.text(), folded) || contains(it.key(), folded) || contains(it.reason(), folded)
                || contains(it.description(), folded);
    }

    private static boolean contains(String field, String folded) {
        return !field.isEmpty() && AccentFolding.fold(field).contains(folded);
    }

    /** Returns whether the message at this position may be rendered as the text. */
    boolean mayRender(int position, String folded) {
        var it = messages.get(position);
        var text = it.text();
        return !RenderedLiterals.isExcluded(text, folded) && RenderedLiterals.of(it.syntax(), text).occurIn(folded);
    }

    long sizeInBytes() {
        return postings.sizeInBytes();
    }
}
