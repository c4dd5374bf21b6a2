package dev.parlance.catalog;

/** How far a text is. That a message has none yet in a locale is no state: then there is no text. */
public enum TextState implements Labelled {
    /** Not to be released: begun, or proposed by a machine. */
    DRAFT,
    /** Its author stands by it. */
    TRANSLATED,
    /** Another look was taken at it. */
    APPROVED
}
