package dev.parlance.publishing.memory;

import dev.parlance.locales.AccentFolding;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A substring search over the keys, reasons, texts and descriptions of a locale.
 *
 * <p>Case, accents, width and invisible characters are ignored; see {@link AccentFolding}. There are no wildcards. The index narrows a
 * query down to blocks of consecutive messages, and to the messages whose signature has all bits of the query. Only their texts are folded
 * and compared. It does not store the folded texts, which would take as much memory as the texts themselves.
 */
final class SearchIndex {
    /** Larger blocks need a smaller index, and compare more messages for each match. */
    static final int BLOCK_SIZE = 16;

    private final List<PublishedMessage> messages;
    private final GramPostings postings;
    /** The two halves of the signature of each message. */
    private final long[] signatures;

    SearchIndex(List<PublishedMessage> messages) {
        this.messages = messages;
        this.signatures = new long[2 * messages.size()];
        var builder = new GramPostings.Builder(messages.size());
        for (int position = 0; position < messages.size(); position++) {
            var it = messages.get(position);
            var folded = AccentFolding.fold(String.join("\n", it.key(), it.reason(), it.text(), it.description()));
            builder.add(folded);
            System.arraycopy(SearchTerms.signature(folded), 0, signatures, 2 * position, 2);
            if (position % BLOCK_SIZE == BLOCK_SIZE - 1 || position == messages.size() - 1) {
                builder.endBlock();
            }
        }
        this.postings = builder.build();
    }

    /** Returns all blocks of {@link #BLOCK_SIZE} messages that contain all terms, and possibly others. */
    BitSet findBlocks(SearchTerms terms) {
        return postings.findBlocks(terms.folded());
    }

    /** Returns whether the message at this position may contain all terms, by its signature. */
    boolean mayContain(int position, SearchTerms terms) {
        return terms.mayBeIn(signatures[2 * position], signatures[2 * position + 1]);
    }

    /** Returns whether the message at this position contains each term in one of its fields. */
    boolean contains(int position, SearchTerms terms) {
        if (!mayContain(position, terms)) {
            return false;
        }
        var it = messages.get(position);
        var fields = Stream.of(it.key(), it.reason(), it.text(), it.description()).map(AccentFolding::fold).toList();
        return terms.folded().stream().allMatch(term -> !term.isEmpty() && fields.stream().anyMatch(field -> field.contains(term)));
    }

    long sizeInBytes() {
        return postings.sizeInBytes() + (long) Long.BYTES * signatures.length;
    }
}
