package dev.parlance.security.authentication;

import dev.parlance.catalog.Transactions;
import dev.parlance.security.AccessRecords;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When keys were last used: noted in memory, and brought into the database at most once a minute. */
@Singleton
public final class KeyUsageRecorder {
    private static final Duration FLUSH_INTERVAL = Duration.ofMinutes(1);

    private final AccessRecords records;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Instant> pending = new ConcurrentHashMap<>();
    private Instant nextFlush = Instant.MIN;

    public KeyUsageRecorder(AccessRecords records, Transactions transactions, Clock clock) {
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    void recordUse(String key) {
        pending.put(key, clock.instant());
    }

    /** As {@link #writeNow}, once a minute. */
    public void flushIfDue() {
        var now = clock.instant();
        if (!pending.isEmpty() && !now.isBefore(nextFlush)) {
            flush();
            nextFlush = now.plus(FLUSH_INTERVAL);
        }
    }

    /** What could not be written is noted still. */
    public synchronized void flush() {
        var batch = new HashMap<>(pending);
        transactions.call(() -> {
            records.saveLastUsed(batch);
            return batch;
        });
        batch.forEach(pending::remove);
    }
}
