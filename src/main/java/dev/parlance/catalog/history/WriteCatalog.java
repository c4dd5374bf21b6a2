package dev.parlance.catalog.history;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Runs changes to a catalog, each in one transaction and one revision, serialised for each catalog. */
@Singleton
public final class WriteCatalog {
    private final Catalogs catalogs;
    private final History history;
    private final Transactions transactions;

    public WriteCatalog(Catalogs catalogs, History history, Transactions transactions) {
        this.catalogs = catalogs;
        this.history = history;
        this.transactions = transactions;
    }

    /**
     * Runs an action under the lock on a catalog. Retries may run it more than once, so it must only affect the database.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG}
     */
    public <T> T run(CatalogName name, ChangeContext context, Function<Revision, T> action) {
        return transactions.call(() -> action.apply(beginRevision(
                catalogs.lock(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value())), context)));
    }

    /** Runs an action that may take up to half an hour, like {@link #run}. */
    public <T> T runLong(CatalogName name, ChangeContext context, Function<Revision, T> action) {
        return transactions.callLong(() -> action.apply(beginRevision(
                catalogs.lock(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value())), context)));
    }

    /** Begins a revision for callers that run the transaction and hold the lock themselves. */
    public Revision beginRevision(Catalog lockedCatalog, ChangeContext context) {
        return new Revision(lockedCatalog, history, context);
    }
}
