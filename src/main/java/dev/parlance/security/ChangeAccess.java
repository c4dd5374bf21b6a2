package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The use cases that set the visibility of a catalog and end a session. Changes apply to this replica when a call returns. */
@Singleton
public final class ChangeAccess {
    private final AccessRecords records;
    private final Catalogs catalogs;
    private final Transactions transactions;
    private final AccessRegistry accessRegistry;
    private final Clock clock;

    public ChangeAccess(AccessRecords records, Catalogs catalogs, Transactions transactions, AccessRegistry accessRegistry, Clock clock) {
        this.records = records;
        this.catalogs = catalogs;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
        this.clock = clock;
    }

    /**
     * Sets whether the releases of a catalog are publicly readable.
     *
     * @throws dev.parlance.problems.ProblemException if there is no such catalog
     */
    public void setPublic(CatalogName catalog, boolean publiclyReadable) {
        transactions.call(() -> {
            catalogs.requireExists(catalog);
            records.setPublic(catalog, publiclyReadable);
            return catalog;
        });
        accessRegistry.refreshAfterCommit();
    }

    /** Ends a session before it expires. */
    public void endSession(String id, Instant expiresAt) {
        transactions.call(() -> {
            records.endSession(id, expiresAt, clock.instant());
            return id;
        });
        accessRegistry.refreshAfterCommit();
    }
}
