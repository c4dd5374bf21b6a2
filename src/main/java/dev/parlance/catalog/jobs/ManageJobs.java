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

/** Acts over many messages: ordered, watched, undone. Who does them, see {@link JobRunner}. */
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

    public List<Job> page(CatalogName catalog, Optional<Jobs.JobPosition> after, int limit) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return jobs.page(catalog, after, limit);
        });
    }

    /**
     * What a job did is taken back, unless something of it was changed since: whole, so in one transaction, however much it was. Of
     * several who ask at once, the first undoes it.
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
