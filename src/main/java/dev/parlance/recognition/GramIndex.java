package dev.parlance.recognition;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A table from the hashes of substrings to the texts that contain them, in packed arrays. Immutable.
 *
 * <p>A filter of a few bits for each entry fits into the cache of a processor and answers most look-ups, because most substrings of a text
 * are in no text that is indexed by them.
 */
final class GramIndex {
    private static final int FILTER_BITS = 16;
    private static final long TAG = 0xFFFF_FFFF_0000_0000L;
    private static final int SHORT_LIST = 4;

    private final long[] filter;
    private final int[] starts;
    /** The lower half of the hash, then the number of the text. */
    private final long[] postings;
    private final int filterShift;
    private final int shift;

    private GramIndex(Builder builder) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(builder.size));
        this.shift = Long.SIZE - bits;
        this.filterShift = shift - Integer.numberOfTrailingZeros(FILTER_BITS);
        this.filter = new long[Math.max(1, (1 << bits) * FILTER_BITS / Long.SIZE)];
        this.starts = new int[(1 << bits) + 1];
        this.postings = new long[builder.size];
        for (int i = 0; i < builder.size; i++) {
            starts[bucket(builder.hashes[i]) + 1]++;
            long bit = builder.hashes[i] >>> filterShift;
            filter[(int) (bit >>> 6)] |= 1L << bit;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = Arrays.copyOf(starts, starts.length);
        for (int i = 0; i < builder.size; i++) {
            postings[next[bucket(builder.hashes[i])]++] = builder.hashes[i] << Integer.SIZE | builder.texts[i];
        }
    }

    /** Collects substrings. */
    static final class Builder {
        private long[] hashes = new long[16];
        private int[] texts = new int[16];
        private int size;

        void add(long hash, int text) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * size);
                texts = Arrays.copyOf(texts, 2 * size);
            }
            hashes[size] = hash;
            texts[size++] = text;
        }

        GramIndex build() {
            return new GramIndex(this);
        }
    }

    /** Adds the texts that are indexed by a hash. */
    void find(long hash, Candidates candidates, StepBudget budget) {
        int bucket = bucket(hash);
        addAll(hash, starts[bucket], starts[bucket + 1], candidates, budget);
    }

    /** Adds the texts that are indexed by a substring. */
    void find(Grams grams, Candidates candidates, StepBudget budget) {
        // A substring that recurs is looked up once, so that repetition does not multiply the work of a long list.
        var visited = new HashSet<Integer>();
        for (int level = 0; level < Grams.LENGTHS.length; level++) {
            int count = grams.count(level);
            for (int i = 0; i < count; i++) {
                long hash = grams.hash(level, i);
                long bit = hash >>> filterShift;
                if ((filter[(int) (bit >>> 6)] & 1L << bit) != 0) {
                    find(hash, visited, candidates, budget);
                }
            }
        }
    }

    private void find(long hash, Set<Integer> visited, Candidates candidates, StepBudget budget) {
        int bucket = bucket(hash);
        int end = starts[bucket + 1];
        int start = starts[bucket];
        if (end - start > SHORT_LIST && !visited.add(bucket)) {
            return;
        }
        addAll(hash, start, end, candidates, budget);
    }

    private void addAll(long hash, int start, int end, Candidates candidates, StepBudget budget) {
        long tag = hash << Integer.SIZE;
        for (int i = start; i < end; i++) {
            if ((postings[i] & TAG) == tag && budget.take(1)) {
                candidates.add((int) postings[i]);
            }
        }
    }

    private int bucket(long hash) {
        return (int) (hash >>> shift);
    }

    long sizeInBytes() {
        return 8L * filter.length + 4L * starts.length + 8L * postings.length;
    }
}
