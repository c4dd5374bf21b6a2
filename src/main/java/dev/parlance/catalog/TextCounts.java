package dev.parlance.catalog;

/**
 * How many texts a locale has of each kind. The first three add up to all of them, the others are some of these.
 *
 * @param stale  {@link MessageText#stale}
 * @param faulty with errors
 * @param warned with warnings that nobody confirmed
 */
public record TextCounts(int drafts, int translated, int approved, int stale, int withErrors, int withWarnings) {
    public static final TextCounts NONE = new TextCounts(0, 0, 0, 0, 0, 0);

    /** One text. */
    public static TextCounts of(MessageText text, boolean stale) {
        return new TextCounts(toInt(text.state() == TextState.DRAFT), toInt(text.state() == TextState.TRANSLATED),
                toInt(text.state() == TextState.APPROVED), toInt(stale), toInt(text.errors().orElse(0) > 0),
                toInt(text.warnings().orElse(0) > 0));
    }

    public int total() {
        return drafts + translated + approved;
    }

    public TextCounts plus(TextCounts other, int sign) {
        return new TextCounts(drafts + sign * other.drafts, translated + sign * other.translated, approved + sign * other.approved,
                stale + sign * other.stale, withErrors + sign * other.withErrors, withWarnings + sign * other.withWarnings);
    }

    private static int toInt(boolean condition) {
        return condition ? 1 : 0;
    }
}
