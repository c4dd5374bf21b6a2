package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;

/** All ports on common rows. */
public final class InMemoryPorts {

    private InMemoryPorts() {
    }

    public static CatalogPorts create() {
        return create(new InMemoryTransactions());
    }

    public static CatalogPorts create(InMemoryTransactions transactions) {
        return new CatalogPorts(new InMemoryCatalogs(transactions), new InMemoryMessages(transactions), new InMemoryTexts(transactions),
                new InMemoryHistory(transactions), new InMemoryGlossary(transactions), new InMemoryJobs(transactions),
                new InMemoryTranslationMemory(transactions), transactions);
    }
}
