package dev.parlance.publishing.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

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

    /**
     * Streams a compressed bundle in constant memory.
     *
     * <p>The digest is not verified, because a reader may stop early. Callers must not deliver the patterns as a bundle.
     *
     * @throws UncheckedIOException here and in {@link #next} if the bytes are not a compressed bundle
     */
    static PatternSource ofBundle(byte[] gzip) {
        try {
            return new BundlePatterns(new PatternReader(new GZIPInputStream(new ByteArrayInputStream(gzip)), it -> true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final class BundlePatterns implements PatternSource {
        private final PatternReader reader;
        private boolean hasNext;

        private BundlePatterns(PatternReader reader) {
            this.reader = reader;
            this.hasNext = reader.next();
        }

        @Override
        public boolean hasNext() {
            return hasNext;
        }

        @Override
        public Map.Entry<String, String> next() {
            if (!hasNext) {
                throw new NoSuchElementException();
            }
            var entry = Map.entry(reader.key(), reader.pattern());
            hasNext = reader.next();
            return entry;
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** Releases the resources of the source. */
    @Override
    default void close() {
    }
}
