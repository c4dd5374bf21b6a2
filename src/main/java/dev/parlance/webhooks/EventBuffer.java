package dev.parlance.webhooks;

import dev.parlance.catalog.events.CatalogEvent.FindingsAdded;
import java.util.function.Consumer;

/** Merges the findings of a transaction, because an import may add errors to many texts. */
public interface EventBuffer {

    /**
     * Collects findings until the current transaction is about to commit.
     *
     * @param atEnd receives one event for each catalog, in the same transaction
     */
    void collect(FindingsAdded findings, Consumer<FindingsAdded> atEnd);
}
