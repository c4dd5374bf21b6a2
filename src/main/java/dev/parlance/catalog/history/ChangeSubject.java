package dev.parlance.catalog.history;

import dev.parlance.catalog.Labelled;

/** What a line of history is about. */
public enum ChangeSubject implements Labelled {
    /** The settings of the catalog. */
    CATALOG,
    LOCALE,
    MESSAGE,
    TEXT,
    /** A term of the glossary. */
    TERM
}
