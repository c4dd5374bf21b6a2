package dev.parlance.catalog.history;

import dev.parlance.catalog.Labelled;

/** The type of object that a change applies to. */
public enum ChangeSubject implements Labelled {
    /** The settings of the catalog. */
    CATALOG,
    LOCALE,
    MESSAGE,
    TEXT,
    /** A glossary term. */
    TERM
}
