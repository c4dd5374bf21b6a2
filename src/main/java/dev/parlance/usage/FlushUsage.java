package dev.parlance.usage;

import dev.parlance.catalog.Transactions;
import dev.parlance.limits.ResourceLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Adds the counts in memory to the stored ones. Counts that cannot be stored are kept for the next attempt. */
public final class FlushUsage {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final UsageCounter counter;
    private final UsageCounts counts;
    private final Transactions transactions;
    private final Clock clock;
    private final int retentionDays;
    private final Map<DatedCell, Long> pending = new HashMap<>();
    private LocalDate day;
    private LocalDate cleanedOn = LocalDate.MIN;

    private record DatedCell(LocalDate day, UsageCell cell) {
    }

    /** @param retentionDays the number of days after which counts are deleted, today included */
    public FlushUsage(UsageCounter counter, UsageCounts counts, Transactions transactions, Clock clock, int retentionDays) {
        if (retentionDays < 1) {
            throw new IllegalArgumentException("the retention of usage counts must be at least one day");
        }
        this.counter = counter;
        this.counts = counts;
        this.transactions = transactions;
        this.clock = clock;
        this.retentionDays = retentionDays;
        this.day = today();
    }

    /** Stores all counts. */
    public synchronized void flush() {
        collect();
        if (!pending.isEmpty()) {
            var batch = new ArrayList<DailyCount>();
            pending.forEach((it, count) -> batch.add(new DailyCount(it.day(), it.cell(), count)));
            transactions.call(() -> {
                counts.add(batch);
                return batch;
            });
            pending.clear();
        }
    }

    /** Deletes expired counts, once a day. */
    public synchronized void deleteExpired() {
        if (!cleanedOn.equals(day)) {
            transactions.call(() -> {
                counts.deleteBefore(day.minusDays(retentionDays - 1L));
                return day;
            });
            cleanedOn = day;
        }
    }

    /** Returns the number of occurrences that are not stored yet, up to the last flush. */
    public synchronized long unsaved() {
        return pending.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the time until the next flush: a minute, or less so that a period ends with the day. */
    public Duration pause() {
        var now = clock.instant();
        var midnight = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var untilMidnight = Duration.between(now, midnight).plusMillis(1);
        return untilMidnight.compareTo(INTERVAL) < 0 ? untilMidnight : INTERVAL;
    }

    private void collect() {
        counter.drain((cell, count) -> pending.merge(limited(new DatedCell(day, cell)), count, Long::sum));
        var today = today();
        if (!today.equals(day)) {
            day = today;
            counter.startDay();
        }
    }

    /** While the database is unavailable, the counts of many periods meet here. */
    private DatedCell limited(DatedCell it) {
        boolean isOthers = it.cell().name().equals(UsageCell.OTHERS);
        return isOthers || pending.containsKey(it) || pending.size() <= ResourceLimit.USAGE_COUNTS.value() ? it
                : new DatedCell(it.day(), it.cell().others());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
