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

/** The last use of each key, recorded in memory and saved at most once a minute. */
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

    /** Calls {@link #flush} if there is something to save and a minute has passed. */
    public void flushIfDue() {
        var now = clock.instant();
        if (!pending.isEmpty() && !now.isBefore(nextFlush)) {
            flush();
            nextFlush = now.plus(FLUSH_INTERVAL);
        }
    }

    /** Saves the recorded uses. They stay recorded if saving fails. */
    public synchronized void flush() {
        var batch = new HashMap<>(pending);
        transactions.call(() -> {
            records.saveLastUsed(batch);
            return batch;
        });
        batch.forEach(pending::remove);
    }
}
