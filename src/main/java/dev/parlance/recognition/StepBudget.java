package dev.parlance.recognition;

/**
 * The work that a query may cause, in characters looked at.
 *
 * <p>It grows with the length of the text, so that recognition takes linear time whatever the text and the messages are.
 */
final class StepBudget {
    /** Every candidate looks at most characters of the text once or twice. */
    private static final long STEPS_PER_CHARACTER = 64;
    private static final long FEWEST_STEPS = 256 * 1024;
    /** The share of a single candidate, so that one with many ambiguous arguments does not starve the others. */
    private static final int CANDIDATES = 8;

    private long left;
    private long reserve;

    StepBudget(int length) {
        this.left = FEWEST_STEPS + STEPS_PER_CHARACTER * length;
    }

    /** Starts the work for a candidate. */
    void startCandidate() {
        left += reserve;
        long share = left / CANDIDATES;
        reserve = left - share;
        left = share;
    }

    /** Takes steps; returns false if none are left, so that the work for the candidate must end. */
    boolean take(long steps) {
        left -= steps + 1;
        return left > 0;
    }

    boolean isSpent() {
        return left + reserve <= FEWEST_STEPS / CANDIDATES / CANDIDATES;
    }
}
