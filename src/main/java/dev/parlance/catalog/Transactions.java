package dev.parlance.catalog;

import java.util.function.Supplier;

/** Runs a use case in a transaction of its own: wholly, or not at all. */
public interface Transactions {

    /** The action may run more than once, so it has no effect but on the database. */
    <T> T call(Supplier<T> action);
}
