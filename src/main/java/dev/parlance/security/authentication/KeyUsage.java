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
public final class KeyUsage {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final AccessRecords records;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();
    private Instant due = Instant.MIN;

    public KeyUsage(AccessRecords records, Transactions transactions, Clock clock) {
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    void record(String key) {
        noted.put(key, clock.instant());
    }

    /** As {@link #writeNow}, once a minute. */
    public void flushIfDue() {
        var now = clock.instant();
        if (!noted.isEmpty() && !now.isBefore(due)) {
            flush();
            due = now.plus(PERIOD);
        }
    }

    /** What could not be written is noted still. */
    public synchronized void flush() {
        var some = new HashMap<>(noted);
        transactions.call(() -> {
            records.recordKeyUses(some);
            return some;
        });
        some.forEach(noted::remove);
    }
}
