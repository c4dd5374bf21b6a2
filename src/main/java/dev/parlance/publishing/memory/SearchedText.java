package dev.parlance.publishing.memory;

/**
 * A text to be found, folded, with a signature of its pairs of characters.
 *
 * <p>A signature has 128 bits, one of which is set for each pair. A text with other bits than a message is not contained in it, so that
 * most messages need not be folded and compared.
 */
record SearchedText(String folded, long lowBits, long highBits) {
    private static final int BITS = 128;

    static SearchedText of(String folded) {
        var bits = signature(folded);
        return new SearchedText(folded, bits[0], bits[1]);
    }

    /** Returns the two halves of the signature of a text. */
    static long[] signature(String folded) {
        var bits = new long[2];
        for (int i = 1; i < folded.length(); i++) {
            int hash = (folded.charAt(i - 1) * 31 + folded.charAt(i)) * 0x9E3779B1;
            int bit = (hash ^ hash >>> 15) & BITS - 1;
            bits[bit / Long.SIZE] |= 1L << bit;
        }
        return bits;
    }

    /** Returns whether a text with a signature may contain this text. */
    boolean mayBeIn(long low, long high) {
        return (low & lowBits) == lowBits && (high & highBits) == highBits;
    }
}
