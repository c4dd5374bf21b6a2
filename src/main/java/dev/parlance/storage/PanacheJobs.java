package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.jobs.Job;
import dev.parlance.catalog.jobs.Jobs;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The PostgreSQL repository of bulk jobs. */
@ApplicationScoped
class PanacheJobs implements Jobs, PanacheRepositoryBase<Job, UUID> {

    /** Skips jobs locked by another replica instead of waiting for them. */
    private static final String SELECT_NEXT_RUNNING = """
            select id from job where stage = 'running' and id <> all(cast(:except as uuid[]))
            order by created_at, id limit 1 for update skip locked
            """;
    private static final String LOCK_RUNNING = "select * from job where id = :id and stage = 'running' for update skip locked";

    @Override
    public void add(Job job) {
        persist(job);
    }

    @Override
    public Optional<Job> find(CatalogName catalog, UUID id) {
        return find("id = ?1 and catalog = ?2", id, catalog.value()).firstResultOptional();
    }

    @Override
    public Optional<Job> findForUpdate(CatalogName catalog, UUID id) {
        return find("id = ?1 and catalog = ?2", id, catalog.value()).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    @Override
    public List<Job> page(CatalogName catalog, Optional<JobPosition> after, int limit) {
        return after.map(it -> find("catalog = ?1 and createdAt <= ?2 and (createdAt < ?2 or id < ?3) order by createdAt desc, id desc",
                        catalog.value(), it.createdAt(), it.id()))
                .orElseGet(() -> find("catalog = ?1 order by createdAt desc, id desc", catalog.value())).page(0, limit).list();
    }

    @Override
    public Optional<UUID> findNextRunning(Collection<UUID> excluded) {
        var array = excluded.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return getEntityManager().createNativeQuery(SELECT_NEXT_RUNNING, UUID.class).setParameter("except", array).getResultStream()
                .map(UUID.class::cast).findFirst();
    }

    @Override
    public Optional<Job> tryLockRunning(UUID id) {
        return getEntityManager().createNativeQuery(LOCK_RUNNING, Job.class).setParameter("id", id).getResultStream()
                .map(Job.class::cast).findFirst();
    }
}
