package dev.parlance.catalog;

/**
 * The numbers of texts of a locale: the first three add up to the total, the others are subsets of it.
 *
 * @param stale        texts whose source changed; see {@link MessageText#isStale}
 * @param withErrors   texts with at least one error
 * @param withWarnings texts with at least one unconfirmed warning
 */
public record TextCounts(int drafts, int translated, int approved, int stale, int withErrors, int withWarnings) {
    public static final TextCounts NONE = new TextCounts(0, 0, 0, 0, 0, 0);

    /** Returns the counts of a single text. */
    public static TextCounts of(MessageText text, boolean stale) {
        return new TextCounts(toInt(text.state() == TextState.DRAFT), toInt(text.state() == TextState.TRANSLATED),
                toInt(text.state() == TextState.APPROVED), toInt(stale), toInt(text.errors().orElse(0) > 0),
                toInt(text.warnings().orElse(0) > 0));
    }

    public int total() {
        return drafts + translated + approved;
    }

    /**
     * Returns the sum of both counts, or their difference.
     *
     * @param sign 1 to add, -1 to subtract
     */
    public TextCounts plus(TextCounts other, int sign) {
        return new TextCounts(drafts + sign * other.drafts, translated + sign * other.translated, approved + sign * other.approved,
                stale + sign * other.stale, withErrors + sign * other.withErrors, withWarnings + sign * other.withWarnings);
    }

    private static int toInt(boolean condition) {
        return condition ? 1 : 0;
    }
}
