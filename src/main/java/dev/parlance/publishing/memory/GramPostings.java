package dev.parlance.publishing.memory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Posting lists from n-grams to the blocks of messages that contain them. Immutable.
 *
 * <p>An n-gram is reduced to a bucket by its hash, and a list holds the ascending block numbers as differences, one byte each in most
 * cases. A message in a block costs about a byte for each distinct n-gram that its neighbours do not have.
 */
final class GramPostings {
    /** Indexes n-grams of one to three UTF-16 units. Longer queries are looked up as trigrams. */
    private static final int MAX_GRAM_LENGTH = 3;

    /** More lists would reduce the candidates very little. */
    private static final int MAX_INTERSECTED_LISTS = 16;

    private static final int MIN_BUCKETS = 1 << 10;
    private static final int MAX_BUCKETS = 1 << 16;
    private static final int CONTINUATION = 0x80;

    /** Beyond them, a text says nothing more about the blocks that resemble it. */
    private static final int MAX_COUNTED_LISTS = 200;

    private final int[] ends;
    private final byte[] differences;
    private final int blocks;

    private GramPostings(int[] ends, byte[] differences, int blocks) {
        this.blocks = blocks;
        this.ends = ends;
        this.differences = differences;
    }

    /** Returns all blocks that contain the text, and possibly others; empty for the empty text. */
    BitSet findBlocks(String text) {
        int length = Math.min(text.length(), MAX_GRAM_LENGTH);
        if (length == 0) {
            return new BitSet();
        }
        var buckets = IntStream.rangeClosed(0, text.length() - length).map(it -> bucket(text, it, length, ends.length)).distinct().boxed()
                .sorted(Comparator.comparingInt(it -> ends[it] - start(it))).limit(MAX_INTERSECTED_LISTS).toList();
        var found = decode(buckets.get(0));
        for (int i = 1; i < buckets.size() && !found.isEmpty(); i++) {
            found.and(decode(buckets.get(i)));
        }
        return found;
    }

    /**
     * Returns the blocks that contain the most trigrams of a text.
     *
     * @param limit maximum number of blocks; of equal ones, the first are returned
     */
    BitSet findSimilarBlocks(String text, int limit) {
        var counts = new short[blocks];
        int lists = 0;
        var counted = new BitSet(ends.length);
        for (int start = 0; start + MAX_GRAM_LENGTH <= text.length() && lists < MAX_COUNTED_LISTS; start++) {
            int bucket = bucket(text, start, MAX_GRAM_LENGTH, ends.length);
            if (!counted.get(bucket)) {
                counted.set(bucket);
                lists++;
                visit(bucket, it -> counts[it]++);
            }
        }
        return highest(counts, lists, limit);
    }

    private static BitSet highest(short[] counts, int highest, int limit) {
        var blocksByCount = new int[highest + 1];
        for (var count : counts) {
            blocksByCount[count]++;
        }
        int least = highest;
        int taken = 0;
        while (least > 0 && taken + blocksByCount[least] <= limit) {
            taken += blocksByCount[least--];
        }
        var found = new BitSet();
        for (int block = 0; block < counts.length; block++) {
            if (counts[block] > least) {
                found.set(block);
            } else if (counts[block] == least && least > 0 && taken < limit) {
                taken++;
                found.set(block);
            }
        }
        return found;
    }

    /** Returns the memory use in bytes. */
    long sizeInBytes() {
        return differences.length + (long) Integer.BYTES * ends.length;
    }

    private BitSet decode(int bucket) {
        var decoded = new BitSet();
        visit(bucket, decoded::set);
        return decoded;
    }

    private void visit(int bucket, IntConsumer visitor) {
        int block = -1;
        for (int at = start(bucket); at < ends[bucket];) {
            int difference = 0;
            int shift = 0;
            byte next;
            do {
                next = differences[at++];
                difference |= (next & CONTINUATION - 1) << shift;
                shift += Byte.SIZE - 1;
            } while (next < 0);
            block += difference;
            visitor.accept(block);
        }
    }

    private int start(int bucket) {
        return bucket == 0 ? 0 : ends[bucket - 1];
    }

    private static int bucket(String text, int start, int length, int buckets) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B1;
        }
        return (hash ^ hash >>> 15) & buckets - 1;
    }

    /** Collects the n-grams block by block. */
    static final class Builder {
        private final BitSet bucketsOfBlock;
        private final int buckets;
        private byte[] blocks = new byte[1 << 12];
        private int length;
        private int blockCount;

        /** @param messages the expected number of messages, which determines the number of buckets */
        Builder(int messages) {
            this.buckets = Math.max(MIN_BUCKETS, Math.min(MAX_BUCKETS, 4 * Integer.highestOneBit(Math.max(1, messages))));
            this.bucketsOfBlock = new BitSet(buckets);
        }

        void add(String text) {
            for (int gramLength = 1; gramLength <= MAX_GRAM_LENGTH; gramLength++) {
                for (int start = 0; start + gramLength <= text.length(); start++) {
                    bucketsOfBlock.set(bucket(text, start, gramLength, buckets));
                }
            }
        }

        /** Ends a block. The next text belongs to the next block. */
        void endBlock() {
            int previous = -1;
            for (int bucket = bucketsOfBlock.nextSetBit(0); bucket >= 0; bucket = bucketsOfBlock.nextSetBit(bucket + 1)) {
                append(bucket - previous);
                previous = bucket;
            }
            append(0);
            blockCount++;
            bucketsOfBlock.clear();
        }

        private void append(int value) {
            if (length + Integer.BYTES > blocks.length) {
                blocks = Arrays.copyOf(blocks, Math.addExact(blocks.length, blocks.length / 2));
            }
            length = write(value, blocks, length);
        }

        /** Inverts the collected blocks, in one pass that measures the lists and one that writes them. */
        GramPostings build() {
            var ends = new int[buckets];
            visit((bucket, difference) -> ends[bucket] += encodedLength(difference));
            for (int i = 1; i < buckets; i++) {
                ends[i] = Math.addExact(ends[i], ends[i - 1]);
            }
            var differences = new byte[ends[buckets - 1]];
            var written = new int[buckets];
            System.arraycopy(ends, 0, written, 1, buckets - 1);
            visit((bucket, difference) -> written[bucket] = write(difference, differences, written[bucket]));
            return new GramPostings(ends, differences, blockCount);
        }

        private interface EntryVisitor {
            void visit(int bucket, int difference);
        }

        private void visit(EntryVisitor visitor) {
            var lastBlocks = new int[buckets];
            Arrays.fill(lastBlocks, -1);
            int bucket = -1;
            int block = 0;
            for (int at = 0; at < length;) {
                int difference = 0;
                int shift = 0;
                byte next;
                do {
                    next = blocks[at++];
                    difference |= (next & CONTINUATION - 1) << shift;
                    shift += Byte.SIZE - 1;
                } while (next < 0);
                if (difference == 0) {
                    bucket = -1;
                    block++;
                } else {
                    bucket += difference;
                    visitor.visit(bucket, block - lastBlocks[bucket]);
                    lastBlocks[bucket] = block;
                }
            }
        }

        private static int write(int value, byte[] target, int offset) {
            int at = offset;
            int rest = value;
            while (rest >= CONTINUATION) {
                target[at++] = (byte) (rest | CONTINUATION);
                rest >>>= Byte.SIZE - 1;
            }
            target[at++] = (byte) rest;
            return at;
        }

        private static int encodedLength(int value) {
            int bytes = 1;
            for (int rest = value; rest >= CONTINUATION; rest >>>= Byte.SIZE - 1) {
                bytes++;
            }
            return bytes;
        }
    }
}
