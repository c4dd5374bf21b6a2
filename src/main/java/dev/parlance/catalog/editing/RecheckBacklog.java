package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import jakarta.inject.Singleton;

/**
 * Checks texts that have not been checked since their content changed.
 *
 * <p>Works in batches, so that no writer waits long for the lock on the catalog.
 */
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

    /**
     * Checks one batch of texts of one catalog.
     *
     * @return whether there were unchecked texts
     */
    public boolean recheckBatch() {
        return transactions.call(() -> {
            var catalog = texts.findCatalogWithUnchecked().flatMap(catalogs::lock);
            catalog.ifPresent(runChecks::recheckBatch);
            return catalog.isPresent();
        });
    }
}
