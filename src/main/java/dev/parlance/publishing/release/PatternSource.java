package dev.parlance.publishing.release;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;

/** Patterns by key, sorted by key. */
interface PatternSource extends Iterator<Map.Entry<String, String>>, AutoCloseable {
    PatternSource EMPTY = of(Collections.emptyIterator());

    static PatternSource of(Iterator<Map.Entry<String, String>> patterns) {
        return new PatternSource() {
            @Override
            public boolean hasNext() {
                return patterns.hasNext();
            }

            @Override
            public Map.Entry<String, String> next() {
                return patterns.next();
            }
        };
    }

    /** Releases the resources of the source. */
    @Override
    default void close() {
    }
}
