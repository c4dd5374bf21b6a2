package dev.parlance.architecture.bad.rest;

import dev.parlance.catalog.Transactions;

/** Opens a transaction at the edge. */
public class BadResource {
    Object read(Transactions transactions) {
        return transactions.call(() -> "row");
    }
}
