package dev.parlance.catalog.history;

import dev.parlance.catalog.Labelled;

/** How a change came about. */
public enum ChangeCause implements Labelled {
    /** Somebody changed this very thing. */
    EDIT,
    /** Somebody changed many things at once. */
    BULK,
    /** A file was brought in. */
    IMPORT,
    /** It came with this version of the service. */
    SHIPPED,
    /** Something was taken back. */
    REVERT
}
