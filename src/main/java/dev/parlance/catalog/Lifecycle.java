package dev.parlance.catalog;

/** Where a message is in its life. */
public enum Lifecycle implements Labelled {
    /** Not in releases yet. */
    DRAFT,
    ACTIVE,
    /** Still in releases, no longer for new use: see what replaces it, and until when it stays. */
    DEPRECATED,
    /** Not in releases any more. Its key stays taken. */
    RETIRED;

    public boolean isReleased() {
        return this == ACTIVE || this == DEPRECATED;
    }
}
