package dev.parlance.formats;

/** The state of a translation in a file. */
public enum ReviewState {
    /** Needs work, such as {@code fuzzy} in gettext. */
    DRAFT,
    TRANSLATED,
    /** Reviewed and accepted. */
    APPROVED
}
