package dev.parlance.recognition;

import java.util.Arrays;

/**
 * The hashes of the substrings of a folded text, in constant time each.
 *
 * <p>A polynomial hash: that of a substring is the difference of those of two prefixes. Texts with equal hashes can be constructed. They
 * only make candidates that are rejected when they are compared.
 */
final class Grams {
    /** Lengths of indexed substrings. A literal is indexed by a short one if that is rare, otherwise by a longer one. */
    static final int[] LENGTHS = {2, 4, 10, 24};

    /** Lengths of indexed starts and ends of texts. */
    static final int[] EDGE_LENGTHS = {2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96};

    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final long[] POWERS = Arrays.stream(LENGTHS).mapToLong(Grams::power).toArray();
    private static final long[] EDGE_POWERS = Arrays.stream(EDGE_LENGTHS).mapToLong(Grams::power).toArray();
    private static final int START = 100;
    private static final int END = 200;

    private final String text;
    private final long[] prefixes;

    Grams(String folded) {
        this.text = folded;
        this.prefixes = new long[folded.length() + 1];
        for (int i = 0; i < folded.length(); i++) {
            prefixes[i + 1] = prefixes[i] * BASE + folded.charAt(i) + 1;
        }
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= BASE;
        }
        return power;
    }

    /** Returns the number of grams of a length. */
    int count(int level) {
        return text.length() - LENGTHS[level] + 1;
    }

    long hash(int level, int start) {
        return mix(prefixes[start + LENGTHS[level]] - prefixes[start] * POWERS[level] + level);
    }

    /** Returns the number of lengths at which the start and the end of the text can be hashed. */
    int edgeLevels() {
        int levels = 0;
        while (levels < EDGE_LENGTHS.length && EDGE_LENGTHS[levels] <= text.length()) {
            levels++;
        }
        return levels;
    }

    long hashOfStart(int edgeLevel) {
        return mix(prefixes[EDGE_LENGTHS[edgeLevel]] + START + edgeLevel);
    }

    long hashOfEnd(int edgeLevel) {
        int start = text.length() - EDGE_LENGTHS[edgeLevel];
        return mix(prefixes[text.length()] - prefixes[start] * EDGE_POWERS[edgeLevel] + END + edgeLevel);
    }

    /** Returns the hash of a whole text, which no substring has. */
    static long hashOfAll(String folded) {
        return mix(~new Grams(folded).prefixes[folded.length()]);
    }

    /** The finalizer of MurmurHash3: every bit of the result depends on all bits. */
    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
