package dev.parlance.publishing.memory;

import dev.parlance.locales.AccentFolding;
import java.util.BitSet;
import java.util.List;

/**
 * A substring search over the keys, reasons, texts and descriptions of a locale.
 *
 * <p>Case, accents, width and invisible characters are ignored; see {@link AccentFolding}. There are no wildcards. The index narrows a
 * query down to blocks of consecutive messages, and to those whose signature has the bits of the query. Only their texts are folded and
 * compared. It does not store the folded texts, which
 * would take as much memory as the texts themselves.
 */
final class SearchIndex {
    /** Larger blocks need a smaller index, and compare more messages for each match. */
    static final int BLOCK_SIZE = 16;

    private final List<PublishedMessage> messages;
    private final GramPostings postings;
    /** Two for each message. */
    private final long[] signatures;

    SearchIndex(List<PublishedMessage> messages) {
        this.messages = messages;
        this.signatures = new long[2 * messages.size()];
        var builder = new GramPostings.Builder(messages.size());
        for (int position = 0; position < messages.size(); position++) {
            var it = messages.get(position);
            var folded = AccentFolding.fold(String.join("\n", it.key(), it.reason(), it.text(), it.description()));
            builder.add(folded);
            System.arraycopy(SearchedText.signature(folded), 0, signatures, 2 * position, 2);
            if (position % BLOCK_SIZE == BLOCK_SIZE - 1 || position == messages.size() - 1) {
                builder.endBlock();
            }
        }
        this.postings = builder.build();
    }

    /** Returns all blocks of {@link #BLOCK_SIZE} messages that contain these texts, and possibly others. */
    BitSet findBlocks(List<SearchedText> texts) {
        return postings.findBlocks(texts.stream().map(SearchedText::folded).toList());
    }

    /** Returns whether the message at this position contains each of these texts in one of its fields. */
    boolean contains(int position, List<SearchedText> texts) {
        for (var text : texts) {
            if (text.folded().isEmpty() || !text.mayBeIn(signatures[2 * position], signatures[2 * position + 1])) {
                return false;
            }
        }
        var it = messages.get(position);
        return texts.stream().allMatch(text -> contains(it.text(), text) || contains(it.key(), text) || contains(it.reason(), text)
                || contains(it.description(), text));
    }

    private static boolean contains(String field, SearchedText text) {
        return !field.isEmpty() && AccentFolding.fold(field).contains(text.folded());
    }

    long sizeInBytes() {
        return postings.sizeInBytes() + (long) Long.BYTES * signatures.length;
    }
}
