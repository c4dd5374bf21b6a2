package dev.parlance.publishing.memory;

import java.util.stream.IntStream;

/** A search for a text in a locale and in the source locale, each folded by its own rules. */
final class TextSearch {
    private final SearchIndex index;
    private final SearchIndex sourceIndex;
    private final int size;
    private final String folded;
    private final String sourceFolded;

    TextSearch(Snapshot snapshot, PublishedLocale locale, String text) {
        this.index = locale.searchIndex();
        this.sourceIndex = snapshot.locale(snapshot.offeredLocales().source()).searchIndex();
        this.size = locale.definitions().size();
        this.folded = index.fold(text);
        this.sourceFolded = sourceIndex.fold(text);
    }

    /** Returns the positions that may match, ascending. The blocks of both indexes consist of the same messages. */
    IntStream candidates() {
        var blocks = sourceIndex.findBlocks(sourceFolded);
        if (!isSourceOnly()) {
            blocks.or(index.findBlocks(folded));
        }
        return blocks.stream().flatMap(it -> IntStream.range(it * SearchIndex.BLOCK_SIZE,
                Math.min(size, (it + 1) * SearchIndex.BLOCK_SIZE)));
    }

    boolean matches(int position) {
        return sourceIndex.contains(position, sourceFolded) || !isSourceOnly() && index.contains(position, folded);
    }

    /** Pseudo-locales are searched by their source. */
    private boolean isSourceOnly() {
        return index == sourceIndex;
    }
}
