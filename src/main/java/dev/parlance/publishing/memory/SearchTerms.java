package dev.parlance.publishing.memory;

import java.util.List;

/**
 * Folded texts that a message must all contain, with a signature of their pairs of characters.
 *
 * <p>A signature has 128 bits, one of which is set for each pair. A message whose signature lacks a bit of the terms does not contain them,
 * so most messages need not be folded and compared. Instances are compared by identity, because they are keys of look-ups.
 */
final class SearchTerms {
    private static final int BITS = 128;

    private final List<String> folded;
    private final long lowBits;
    private final long highBits;

    private SearchTerms(List<String> folded) {
        this.folded = List.copyOf(folded);
        var bits = new long[2];
        for (var text : folded) {
            var signature = signature(text);
            bits[0] |= signature[0];
            bits[1] |= signature[1];
        }
        this.lowBits = bits[0];
        this.highBits = bits[1];
    }

    static SearchTerms of(List<String> folded) {
        return new SearchTerms(folded);
    }

    static SearchTerms of(String folded) {
        return new SearchTerms(List.of(folded));
    }

    List<String> folded() {
        return folded;
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

    /** Returns whether a message with this signature may contain the texts. */
    boolean mayBeIn(long low, long high) {
        return (low & lowBits) == lowBits && (high & highBits) == highBits;
    }
}
