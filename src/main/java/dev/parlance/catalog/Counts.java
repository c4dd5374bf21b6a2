package dev.parlance.catalog;

/**
 * How many texts a locale has of each kind. The first three add up to all of them, the others are some of these.
 *
 * @param stale  {@link MessageText#stale}
 * @param faulty with errors
 * @param warned with warnings that nobody confirmed
 */
public record Counts(int drafts, int translated, int approved, int stale, int faulty, int warned) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** One text. */
    public static Counts of(MessageText text, boolean stale) {
        return new Counts(countIf(text.state() == TextState.DRAFT), countIf(text.state() == TextState.TRANSLATED),
                countIf(text.state() == TextState.APPROVED), countIf(stale), countIf(text.errors().orElse(0) > 0),
                countIf(text.warnings().orElse(0) > 0));
    }

    public int texts() {
        return drafts + translated + approved;
    }

    public Counts plus(Counts other, int sign) {
        return new Counts(drafts + sign * other.drafts, translated + sign * other.translated, approved + sign * other.approved,
                stale + sign * other.stale, faulty + sign * other.faulty, warned + sign * other.warned);
    }

    private static int countIf(boolean it) {
        return it ? 1 : 0;
    }
}
