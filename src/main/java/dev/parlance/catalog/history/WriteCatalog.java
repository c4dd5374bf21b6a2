package dev.parlance.catalog.history;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Runs acts on a catalog in one transaction and one revision, one after another for each catalog. */
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

    /** The acts may run more than once, so they have no effect but on the database. */
    public <T> T run(CatalogName name, ChangeContext context, Function<Revision, T> action) {
        return transactions.call(() -> action.apply(beginRevision(
                catalogs.lock(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value())), context)));
    }

    /** For who holds the lock already, and runs the transaction. */
    public Revision beginRevision(Catalog lockedCatalog, ChangeContext context) {
        return new Revision(lockedCatalog, history, context);
    }
}
