package dev.parlance.catalog.jobs;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The repository of jobs. */
public interface Jobs {

    void add(Job job);

    Optional<Job> find(CatalogName catalog, UUID id);

    /** Finds a job and locks it until the transaction ends. Waits if another transaction holds the lock. */
    Optional<Job> findForUpdate(CatalogName catalog, UUID id);

    /** The last job of the previous page. Older jobs follow it. */
    record JobPosition(Instant createdAt, UUID id) {
    }

    /** Returns the jobs of a catalog, the latest first. */
    List<Job> page(CatalogName catalog, Optional<JobPosition> after, int limit);

    /** Returns the oldest running job that is not locked and not excluded. */
    Optional<UUID> findNextRunning(Collection<UUID> excluded);

    /** Locks a running job; empty if another transaction holds the lock, or the job has ended. */
    Optional<Job> tryLockRunning(UUID id);
}
