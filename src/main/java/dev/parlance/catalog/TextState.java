package dev.parlance.catalog;

/** The workflow state of a text. A message that has no text yet in a locale has no state there. */
public enum TextState implements Labelled {
    /** Unfinished, or proposed by machine translation. Never released. */
    DRAFT,
    /** Finished by its author. */
    TRANSLATED,
    /** Approved in a review. */
    APPROVED
}
