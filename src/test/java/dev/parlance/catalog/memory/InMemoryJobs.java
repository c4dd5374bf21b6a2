package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.jobs.Job;
import dev.parlance.catalog.jobs.Jobs;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Jobs in memory. There is one thread, so no other worker holds a lock. */
final class InMemoryJobs implements Jobs {
    /** UUIDs in the order of PostgreSQL: {@link UUID#compareTo} compares signed numbers. */
    private static final Comparator<JobPosition> OLDEST_FIRST = Comparator.comparing(JobPosition::createdAt).thenComparing(it ->
            it.id().toString());

    private final InMemoryTransactions transactions;

    InMemoryJobs(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Job job) {
        InMemoryTables.insert(transactions.tables().jobs, job);
    }

    @Override
    public Optional<Job> find(CatalogName catalog, UUID id) {
        return Optional.ofNullable(transactions.tables().jobs.get(id)).filter(it -> it.catalog().equals(catalog));
    }

    @Override
    public Optional<Job> findForUpdate(CatalogName catalog, UUID id) {
        return find(catalog, id);
    }

    @Override
    public List<Job> page(CatalogName catalog, Optional<JobPosition> after, int limit) {
        return transactions.tables().jobs.values().stream().filter(it -> it.catalog().equals(catalog))
                .filter(it -> after.filter(place -> OLDEST_FIRST.compare(positionOf(it), place) >= 0).isEmpty())
                .sorted(Comparator.comparing(InMemoryJobs::positionOf, OLDEST_FIRST.reversed())).limit(limit).toList();
    }

    @Override
    public Optional<UUID> findNextRunning(Collection<UUID> excluded) {
        return transactions.tables().jobs.values().stream()
                .filter(it -> it.status() == Job.JobStatus.RUNNING && !excluded.contains(it.id()))
                .min(Comparator.comparing(InMemoryJobs::positionOf, OLDEST_FIRST)).map(Job::id);
    }

    @Override
    public Optional<Job> tryLockRunning(UUID id) {
        return Optional.ofNullable(transactions.tables().jobs.get(id)).filter(it -> it.status() == Job.JobStatus.RUNNING);
    }

    private static JobPosition positionOf(Job job) {
        return new JobPosition(job.createdAt(), job.id());
    }
}
