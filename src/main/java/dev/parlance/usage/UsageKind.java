package dev.parlance.usage;

import dev.parlance.catalog.Labelled;

/** The kinds of counted events. */
public enum UsageKind implements Labelled {
    /** A rendered message. */
    RENDER,
    /** A message without a text of its own in the locale: another language was served, or the request accepted none. */
    FALLBACK,
    /** A bundle that was sent. */
    BUNDLE,
    /** A bundle that the client had already: a 304. */
    BUNDLE_UNCHANGED,
    /** A key that the release does not have. */
    KEY,
    /** A code that the release does not have. */
    CODE,
    /** An upstream's text that no message of the release has. Only the code that came with it is stored, never the text. */
    TEXT,
    /** A locale that no offered one matches. */
    LOCALE,
    /** An argument that the request did not pass. */
    ARGUMENT;

    /** Returns whether clients choose the names that are counted. */
    boolean hasUnknownNames() {
        return this == KEY || this == CODE || this == LOCALE;
    }
}
