package dev.parlance.publishing.memory;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.parlance.locales.LocaleTag;
import java.util.BitSet;
import java.util.List;

/**
 * A substring search over the keys, reasons, texts and descriptions of a locale.
 *
 * <p>Case and compatibility variants are folded with NFKC_Casefold. There are no wildcards. The index narrows a query down to blocks of
 * consecutive messages, whose texts are then folded and compared. It does not store the folded texts, which would take as much memory
 * as the texts themselves.
 */
final class SearchIndex {
    /** Larger blocks need a smaller index, and compare more messages for each match. */
    static final int BLOCK_SIZE = 16;

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private final ULocale locale;
    private final List<PublishedMessage> messages;
    private final GramPostings postings;

    SearchIndex(LocaleTag locale, List<PublishedMessage> messages) {
        this.locale = locale.toULocale();
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

    /** Folds a text, lower-casing it by the rules of the locale first: the Turkish I has the lower case ı, not i. */
    String fold(String text) {
        return FOLDING.normalize(UCharacter.toLowerCase(locale, text));
    }

    long sizeInBytes() {
        return postings.sizeInBytes();
    }

    private String searchedText(int position) {
        var it = messages.get(position);
        return fold(String.join("\n", it.key(), it.reason(), it.text(), it.description()));
    }
}
