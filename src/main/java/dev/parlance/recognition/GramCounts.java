package dev.parlance.recognition;

/** Estimates how often substrings occur in all texts. Different substrings may share a counter, which makes them look more frequent. */
final class GramCounts {
    private static final int COUNTERS_PER_TEXT = 64;
    private static final int FEWEST_BITS = 10;
    /** Counters of 64 MiB, which are needed only while the index is built. */
    private static final int MOST_BITS = 26;
    private static final int MOST = 255;

    private final byte[] counters;
    private final int shift;

    GramCounts(int texts) {
        long wanted = Math.max(1, (long) texts * COUNTERS_PER_TEXT);
        int bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, Long.SIZE - Long.numberOfLeadingZeros(wanted)));
        this.counters = new byte[1 << bits];
        this.shift = Long.SIZE - bits;
    }

    void add(long hash) {
        int counter = (int) (hash >>> shift);
        if (Byte.toUnsignedInt(counters[counter]) < MOST) {
            counters[counter]++;
        }
    }

    int count(long hash) {
        return Byte.toUnsignedInt(counters[(int) (hash >>> shift)]);
    }
}
