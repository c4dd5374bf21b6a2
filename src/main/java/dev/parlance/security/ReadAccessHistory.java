package dev.parlance.security;

import dev.parlance.catalog.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the history of accounts, members, keys and visibility. */
@Singleton
public final class ReadAccessHistory {
    private final AccessHistory history;
    private final Transactions transactions;

    public ReadAccessHistory(AccessHistory history, Transactions transactions) {
        this.history = history;
        this.transactions = transactions;
    }

    /** Returns changes, the latest first. */
    public List<AccessHistory.RecordedChange> page(AccessHistory.Query query, int limit) {
        return transactions.call(() -> history.page(query, limit));
    }
}
