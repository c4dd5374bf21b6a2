package dev.parlance.catalog.history;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the history of a catalog. */
@Singleton
public final class ReadHistory {
    private final Catalogs catalogs;
    private final History history;
    private final Transactions transactions;

    public ReadHistory(Catalogs catalogs, History history, Transactions transactions) {
        this.catalogs = catalogs;
        this.history = history;
        this.transactions = transactions;
    }

    /**
     * Returns changes, newest first.
     *
     * @throws dev.parlance.problems.ProblemException if there is no such catalog
     */
    public List<Change> page(CatalogName catalog, History.Query query, int limit) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return history.page(catalog, query, limit);
        });
    }
}
