package dev.parlance.catalog.history;

import dev.parlance.catalog.Labelled;

/** The kind of operation that caused a change. */
public enum ChangeCause implements Labelled {
    /** A direct edit of the target. */
    EDIT,
    /** A job over many messages. */
    BULK,
    /** The import of a file. */
    IMPORT,
    /** A catalog that is shipped with this version of the service. */
    SHIPPED,
    /** The revert of earlier changes. */
    REVERT
}
