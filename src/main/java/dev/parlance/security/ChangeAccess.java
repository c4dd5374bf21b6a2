package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.VisibilityHistory;
import dev.parlance.catalog.history.VisibilityHistory.VisibilityChange;
import dev.parlance.problems.ProblemType;
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
    private final VisibilityHistory visibility;
    private final Clock clock;

    public ChangeAccess(AccessRecords records, Catalogs catalogs, Transactions transactions, AccessRegistry accessRegistry,
            VisibilityHistory visibility, Clock clock) {
        this.records = records;
        this.catalogs = catalogs;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
        this.visibility = visibility;
        this.clock = clock;
    }

    /**
     * Sets whether the releases of a catalog are publicly readable.
     *
     * @return whether the visibility changed
     * @throws dev.parlance.problems.ProblemException if there is no such catalog
     */
    public boolean setPublic(CatalogName catalog, boolean publiclyReadable, Actor actor) {
        boolean changed = transactions.call(() -> {
            boolean before = catalogs.lock(catalog).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(catalog.value())).publiclyReadable();
            records.setPublic(catalog, publiclyReadable);
            if (before != publiclyReadable) {
                visibility.add(new VisibilityChange(catalog, actor.name(), clock.instant(), before, publiclyReadable));
            }
            return before != publiclyReadable;
        });
        accessRegistry.refreshAfterCommit();
        return changed;
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
