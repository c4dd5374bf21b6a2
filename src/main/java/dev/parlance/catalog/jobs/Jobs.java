package dev.parlance.catalog.jobs;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All jobs there were. */
public interface Jobs {

    void add(Job job);

    Optional<Job> find(CatalogName catalog, UUID id);

    /** As {@link #find}, once nobody else has to do with it; and nobody else will until the transaction ends. */
    Optional<Job> findForUpdate(CatalogName catalog, UUID id);

    /** Where a page begins: after this job, and so with those that are older. */
    record JobPosition(Instant createdAt, UUID id) {
    }

    /** The latest first. */
    List<Job> page(CatalogName catalog, Optional<JobPosition> after, int limit);

    /** The one that has waited longest of those that run and nobody works on; none of {@code except}. */
    Optional<UUID> findNextRunning(Collection<UUID> excluded);

    /** A job that runs, for who works on it; empty while somebody else does, and once it has ended. */
    Optional<Job> tryLockRunning(UUID id);
}
