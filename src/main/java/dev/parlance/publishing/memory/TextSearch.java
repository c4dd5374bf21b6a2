package dev.parlance.publishing.memory;

import dev.parlance.locales.AccentFolding;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A search for a text in a locale and in the source locale, best matches first.
 *
 * <p>Each message has one rank, which depends only on itself and on the search text. So a page can continue after any message.
 */
final class TextSearch {
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9][0-9]");
    /** A shorter text says too little about the message that it was rendered from. */
    private static final int MIN_RENDERED_WORDS = 3;
    private static final int MIN_RENDERED_LENGTH = 8;
    /** Scripts without blanks between words follow it, among others. */
    private static final char FIRST_UNSPACED_SCRIPT = 'ก';
    /** The blocks whose messages are compared with a rendered text, in each of the two locales. */
    private static final int MAX_RENDERED_BLOCKS = 16;

    private final MessageDefinitions definitions;
    private final List<SearchIndex> indexes;
    private final String identifier;
    private final String reason;
    private final String phrase;
    private final List<String> words;
    /** 0 if the text is no status. */
    private final int status;
    private final boolean isTag;
    /** Whether the text may be a rendered one. */
    private final boolean isSentence;

    TextSearch(Snapshot snapshot, PublishedLocale locale, String text) {
        this.definitions = locale.definitions();
        // Pseudo-locales share the index of the source locale.
        this.indexes = List.of(locale.searchIndex(), snapshot.locale(snapshot.offeredLocales().source()).searchIndex()).stream()
                .distinct().toList();
        this.identifier = text.strip();
        this.reason = identifier.toUpperCase(Locale.ROOT);
        this.phrase = AccentFolding.fold(identifier);
        this.words = Arrays.stream(phrase.split("\\s+")).filter(it -> !it.isEmpty()).distinct().toList();
        this.status = STATUS.matcher(identifier).matches() ? Integer.parseInt(identifier) : 0;
        this.isTag = definitions.tagNames().contains(identifier);
        this.isSentence = phrase.length() >= MIN_RENDERED_LENGTH
                && (words.size() >= MIN_RENDERED_WORDS || phrase.chars().anyMatch(it -> it >= FIRST_UNSPACED_SCRIPT));
    }

    /** Returns the positions that may have a rank, ascending. */
    IntStream candidates(MatchRank rank) {
        return switch (rank) {
            case IDENTIFIER -> IntStream.concat(IntStream.of(definitions.positionOf(identifier)), definitions.positionsOfCode(identifier))
                    .filter(it -> it != PackedStringIndex.NOT_FOUND).sorted().distinct();
            case REASON -> IntStream.of(definitions.positionOfReason(reason)).filter(it -> it != PackedStringIndex.NOT_FOUND);
            case PHRASE -> positions(blocks((index, blocks) -> blocks.or(index.findBlocks(phrase))));
            case WORDS -> words.size() < 2 ? IntStream.empty() : positions(blocksOfWords());
            case RENDERED -> !isSentence ? IntStream.empty()
                    : positions(blocks((index, blocks) -> blocks.or(index.findSimilarBlocks(phrase, MAX_RENDERED_BLOCKS))))
                            .filter(it -> anyIndex(SearchIndex::mayRender, it, phrase));
            case ATTRIBUTE -> status == 0 && !isTag ? IntStream.empty()
                    : IntStream.range(0, definitions.size()).filter(this::hasAttribute);
        };
    }

    private interface BlockCollector {
        void collect(SearchIndex index, BitSet blocks);
    }

    private BitSet blocks(BlockCollector collector) {
        var blocks = new BitSet();
        indexes.forEach(it -> collector.collect(it, blocks));
        return blocks;
    }

    /** Each word may be in either locale. */
    private BitSet blocksOfWords() {
        var blocks = new BitSet();
        blocks.set(0, 1 + definitions.size() / SearchIndex.BLOCK_SIZE);
        words.forEach(word -> blocks.and(blocks((index, found) -> found.or(index.findBlocks(word)))));
        return blocks;
    }

    /** The blocks of all indexes consist of the same messages. */
    private IntStream positions(BitSet blocks) {
        return blocks.stream().flatMap(it -> IntStream.range(it * SearchIndex.BLOCK_SIZE,
                Math.min(definitions.size(), (it + 1) * SearchIndex.BLOCK_SIZE)));
    }

    /** Returns the rank of the message at this position; empty if it does not match. */
    Optional<MatchRank> rankOf(int position) {
        if (definitions.key(position).equals(identifier) || definitions.code(position).equals(identifier)) {
            return Optional.of(MatchRank.IDENTIFIER);
        } else if (definitions.reason(position).equals(reason)) {
            return Optional.of(MatchRank.REASON);
        } else if (anyIndex(SearchIndex::contains, position, phrase)) {
            return Optional.of(MatchRank.PHRASE);
        } else if (words.size() > 1 && words.stream().allMatch(it -> anyIndex(SearchIndex::contains, position, it))) {
            return Optional.of(MatchRank.WORDS);
        } else if (isSentence && anyIndex(SearchIndex::mayRender, position, phrase)) {
            return Optional.of(MatchRank.RENDERED);
        }
        return hasAttribute(position) ? Optional.of(MatchRank.ATTRIBUTE) : Optional.empty();
    }

    private interface PositionTest {
        boolean test(SearchIndex index, int position, String folded);
    }

    private boolean anyIndex(PositionTest test, int position, String folded) {
        for (var index : indexes) {
            if (test.test(index, position, folded)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAttribute(int position) {
        return definitions.httpStatus(position) == status || isTag && definitions.tags(position).contains(identifier);
    }
}
