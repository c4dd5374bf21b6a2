package dev.parlance.catalog.jobs;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.EditTexts;
import dev.parlance.catalog.editing.RevertChange;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creates, finds and undoes jobs. {@link JobRunner} runs them. */
@Singleton
public final class ManageJobs {
    private final Catalogs catalogs;
    private final Messages messages;
    private final Jobs jobs;
    private final RevertChange revertChange;
    private final Transactions transactions;
    private final Clock clock;

    public ManageJobs(Catalogs catalogs, Messages messages, Jobs jobs, RevertChange revertChange, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.jobs = jobs;
        this.revertChange = revertChange;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates a job, which a replica starts soon after.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_LOCALE}
     */
    public Job create(CatalogName name, BulkRequest request, ChangeContext context) {
        var id = UUID.randomUUID();
        return transactions.call(() -> {
            var catalog = catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
            catalog.requireLocale(request.query().locale());
            var job = new Job(id, name, request, context, messages.count(catalog, request.query()));
            jobs.add(job);
            return job;
        });
    }

    public Job find(CatalogName catalog, UUID id) {
        return transactions.call(() -> requireJob(catalog, id));
    }

    /** Returns the jobs of a catalog, the latest first. */
    public List<Job> page(CatalogName catalog, Optional<Jobs.JobPosition> after, int limit) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return jobs.page(catalog, after, limit);
        });
    }

    /**
     * Reverts all changes of a job in one transaction, however many there are.
     *
     * <p>The job is locked meanwhile: of concurrent calls, the first undoes it and the others are rejected.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_JOB}; {@code NOT_UNDOABLE} while the job is running, or if it is
     * already undone; {@code CHANGED_SINCE} if something was changed again since
     */
    public Job undo(CatalogName catalog, UUID id, ChangeContext context) {
        return transactions.call(() -> {
            var job = jobs.findForUpdate(catalog, id).orElseThrow(() -> ProblemType.UNKNOWN_JOB.with(id.toString()));
            if (job.status() == Job.JobStatus.RUNNING || job.status() == Job.JobStatus.UNDONE) {
                throw ProblemType.NOT_UNDOABLE.with(job.status().label());
            }
            revertChange.revertJob(catalogs.lock(catalog).orElseThrow(), id, context);
            job.finish(Job.JobStatus.UNDONE, clock.instant());
            return job;
        });
    }

    private Job requireJob(CatalogName catalog, UUID id) {
        return jobs.find(catalog, id).orElseThrow(() -> ProblemType.UNKNOWN_JOB.with(id.toString()));
    }
}
