package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that commit a copy of the rows or discard it.
 *
 * <p>Rows are accessible inside a transaction only. An entity that left its transaction never changes.
 */
public final class InMemoryTransactions implements Transactions {
    private InMemoryTables committed = new InMemoryTables();
    private @Nullable InMemoryTables current;
    private boolean firstAttemptFails;

    @Override
    public <T> T call(Supplier<T> action) {
        if (firstAttemptFails) {
            attempt(action, false);
        }
        return attempt(action, true);
    }

    /** Rolls back the first attempt of every transaction from now on, as after a serialization failure. */
    public void failFirstAttempts() {
        firstAttemptFails = true;
    }

    private <T> T attempt(Supplier<T> action, boolean commit) {
        if (current != null) {
            throw new IllegalStateException("A transaction is running already: the inner one would wait for the outer one forever");
        }
        var tables = committed.copy();
        current = tables;
        try {
            T result = action.get();
            if (commit) {
                committed = tables;
            }
            return result;
        } finally {
            current = null;
        }
    }

    /** Records that a catalog has releases. Releases themselves are stored in another fake. */
    public void markReleased(CatalogName catalog) {
        call(() -> tables().releasedCatalogs.add(catalog));
    }

    InMemoryTables tables() {
        if (current == null) {
            throw new IllegalStateException("no transaction");
        }
        return current;
    }
}
