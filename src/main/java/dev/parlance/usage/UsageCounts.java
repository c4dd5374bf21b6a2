package dev.parlance.usage;

import java.time.LocalDate;
import java.util.Collection;

/** The stored counts of all replicas. */
public interface UsageCounts {

    /** Adds the counts to the stored ones, in one statement. Ignores catalogs that do not exist. */
    void add(Collection<DailyCount> counts);

    /** Deletes the counts of earlier days. */
    void deleteBefore(LocalDate day);
}
