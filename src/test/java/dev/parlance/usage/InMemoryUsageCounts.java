package dev.parlance.usage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Stored counts in memory, which fail on request. */
final class InMemoryUsageCounts implements UsageCounts {
    record DayAndCell(LocalDate day, UsageCell cell) {
    }

    final Map<DayAndCell, Long> stored = new HashMap<>();
    boolean available = true;
    int statements;

    @Override
    public void add(Collection<DailyCount> counts) {
        requireAvailable();
        statements++;
        counts.forEach(it -> stored.merge(new DayAndCell(it.day(), it.cell()), it.count(), Long::sum));
    }

    @Override
    public void deleteBefore(LocalDate day) {
        requireAvailable();
        stored.keySet().removeIf(it -> it.day().isBefore(day));
    }

    private void requireAvailable() {
        if (!available) {
            throw new IllegalStateException("no database");
        }
    }
}
