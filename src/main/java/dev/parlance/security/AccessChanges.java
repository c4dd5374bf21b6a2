package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The small changes of who may what. They hold on this replica when a call returns. */
@Singleton
public final class AccessChanges {
    private final AccessRecords records;
    private final Catalogs catalogs;
    private final Transactions transactions;
    private final CurrentAccess access;
    private final Clock clock;

    public AccessChanges(AccessRecords records, Catalogs catalogs, Transactions transactions, CurrentAccess access, Clock clock) {
        this.records = records;
        this.catalogs = catalogs;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** Whether everybody may read the releases of a catalog. */
    public void setVisibility(CatalogName catalog, boolean toEverybody) {
        transactions.call(() -> {
            catalogs.requireExists(catalog);
            records.setVisibility(catalog, toEverybody);
            return catalog;
        });
        access.refreshQuietly();
    }

    public void endSession(String id, Instant wouldEnd) {
        transactions.call(() -> {
            records.endSession(id, wouldEnd, clock.instant());
            return id;
        });
        access.refreshQuietly();
    }
}
