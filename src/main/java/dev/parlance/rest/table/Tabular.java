package dev.parlance.rest.table;

/** A list that can be written as a table. */
public interface Tabular {
    /** Returns the items as rows, with the cursor of the next page. */
    Table toTable();
}
