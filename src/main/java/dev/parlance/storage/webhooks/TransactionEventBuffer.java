package dev.parlance.storage.webhooks;

import dev.parlance.catalog.events.CatalogEvent.FindingsAdded;
import dev.parlance.webhooks.EventBuffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects the findings of each transaction, and passes them on before it commits. */
@ApplicationScoped
class TransactionEventBuffer implements EventBuffer {
    private final TransactionSynchronizationRegistry transaction;

    TransactionEventBuffer(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    @Override
    public void collect(FindingsAdded findings, Consumer<FindingsAdded> atEnd) {
        if (transaction.getResource(Collected.class) instanceof Collected collected) {
            collected.add(findings);
        } else {
            var collected = new Collected(atEnd);
            collected.add(findings);
            transaction.putResource(Collected.class, collected);
            transaction.registerInterposedSynchronization(collected);
        }
    }

    /** The findings of one transaction, by catalog. */
    private static final class Collected implements Synchronization {
        private final Map<String, FindingsAdded> byCatalog = new TreeMap<>();
        private final Consumer<FindingsAdded> atEnd;

        Collected(Consumer<FindingsAdded> atEnd) {
            this.atEnd = atEnd;
        }

        void add(FindingsAdded findings) {
            byCatalog.merge(findings.catalog().value(), findings, FindingsAdded::plus);
        }

        /** Not called if the transaction is rolled back. */
        @Override
        public void beforeCompletion() {
            byCatalog.values().forEach(atEnd);
        }

        @Override
        public void afterCompletion(int status) {
            byCatalog.clear();
        }
    }
}
