package dev.parlance.recognition;

/**
 * The work that a query may cause. A step takes about as long as comparing a few characters.
 *
 * <p>The budget grows with the length of the text, so that recognition takes linear time whatever the text and the messages are.
 */
final class StepBudget {
    /** Formatting and parsing a number takes about a microsecond. */
    static final int NUMBER_STEPS = 256;

    private static final long STEPS_PER_CHARACTER = 16;
    /** Enough for the candidates of a short text in a large catalog. */
    private static final long FEWEST_STEPS = 256 * 1024;
    private static final int CANDIDATE_STEPS = 16;
    /** A candidate may take this share of what is left, so that one with many ambiguous arguments does not starve the others. */
    private static final int SHARE = 8;

    private final long total;
    private long left;
    private long reserve;

    StepBudget(int length) {
        this.total = most(length);
        this.left = total;
    }

    /** Returns the most steps for a text. */
    static long most(int length) {
        return FEWEST_STEPS + STEPS_PER_CHARACTER * length;
    }

    /** Starts the work for a candidate. */
    void startCandidate() {
        long all = Math.max(0, left) + reserve - CANDIDATE_STEPS;
        left = all / SHARE;
        reserve = all - left;
    }

    /** Takes steps; returns false if there are not so many left, so that the work for the candidate must end. */
    boolean take(long steps) {
        left = Math.max(0, left - steps - 1);
        return left > 0;
    }

    /** Returns whether too little is left for another candidate. */
    boolean isSpent() {
        return left + reserve <= SHARE * NUMBER_STEPS;
    }

    long spent() {
        return total - left - reserve;
    }
}
