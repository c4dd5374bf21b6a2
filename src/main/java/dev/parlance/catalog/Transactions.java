package dev.parlance.catalog;

import java.util.function.Supplier;

/** Runs use cases in transactions. */
public interface Transactions {

    /**
     * Runs an action in a new transaction: all of its changes are committed, or none.
     *
     * <p>The action may run more than once, because conflicts are retried. It must have no effects outside the database.
     */
    <T> T call(Supplier<T> action);

    /** Runs an action that may take up to half an hour, like {@link #call}. */
    default <T> T callLong(Supplier<T> action) {
        return call(action);
    }
}
