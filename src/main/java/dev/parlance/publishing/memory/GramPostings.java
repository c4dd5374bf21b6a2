package dev.parlance.publishing.memory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
    /** Comparing so few blocks is faster than decoding another list. */
    private static final int FEW_BLOCKS = 2;

    private static final int MIN_BUCKETS = 1 << 10;
    private static final int MAX_BUCKETS = 1 << 16;
    private static final int CONTINUATION = 0x80;

    private final int[] ends;
    private final byte[] differences;

    private GramPostings(int[] ends, byte[] differences) {
        this.ends = ends;
        this.differences = differences;
    }

    /** Returns all blocks that contain all of these texts, and possibly others; none if a text is empty. */
    BitSet findBlocks(List<String> texts) {
        var rarestFirst = texts.stream().flatMapToInt(this::buckets).mapToLong(it -> (long) (ends[it] - start(it)) << Integer.SIZE | it)
                .sorted().toArray();
        if (rarestFirst.length == 0 || texts.contains("")) {
            return new BitSet();
        }
        var found = decode((int) rarestFirst[0]);
        int lists = 1;
        for (int i = 1; i < rarestFirst.length && lists < MAX_INTERSECTED_LISTS && found.cardinality() > FEW_BLOCKS; i++) {
            if (rarestFirst[i] != rarestFirst[i - 1]) {
                found.and(decode((int) rarestFirst[i]));
                lists++;
            }
        }
        return found;
    }

    /** Returns the buckets of the longest n-grams of a text. */
    private IntStream buckets(String text) {
        int length = Math.min(text.length(), MAX_GRAM_LENGTH);
        return length == 0 ? IntStream.empty()
                : IntStream.rangeClosed(0, text.length() - length).map(it -> bucket(text, it, length, ends.length));
    }

    /** Returns the memory use in bytes. */
    long sizeInBytes() {
        return differences.length + (long) Integer.BYTES * ends.length;
    }

    private BitSet decode(int bucket) {
        var decoded = new BitSet();
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
            decoded.set(block);
        }
        return decoded;
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
            return new GramPostings(ends, differences);
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
