package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import jakarta.inject.Singleton;

/** The checks look at texts they have not seen since these were worded, some at a time, so that nobody waits for the catalog for long. */
@Singleton
public final class RecheckBacklog {
    private final Catalogs catalogs;
    private final Texts texts;
    private final RunChecks runChecks;
    private final Transactions transactions;

    public RecheckBacklog(Catalogs catalogs, Texts texts, RunChecks runChecks, Transactions transactions) {
        this.catalogs = catalogs;
        this.texts = texts;
        this.runChecks = runChecks;
        this.transactions = transactions;
    }

    /** Whether there were any. */
    public boolean recheckBatch() {
        return transactions.call(() -> {
            var catalog = texts.findCatalogWithUnchecked().flatMap(catalogs::lock);
            catalog.ifPresent(runChecks::recheckBatch);
            return catalog.isPresent();
        });
    }
}
