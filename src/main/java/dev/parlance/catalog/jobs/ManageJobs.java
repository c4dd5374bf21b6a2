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
    private final RevertChange takeBack;
    private final Transactions transactions;
    private final Clock clock;

    public ManageJobs(Catalogs catalogs, Messages messages, Jobs jobs, RevertChange takeBack, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.jobs = jobs;
        this.takeBack = takeBack;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Job create(CatalogName name, BulkRequest request, ChangeContext act) {
        var id = UUID.randomUUID();
        return transactions.call(() -> {
            var catalog = catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
            catalog.requireLocale(request.query().locale());
            var job = new Job(id, name, request, act, messages.count(catalog, request.query()));
            jobs.add(job);
            return job;
        });
    }

    public Job find(CatalogName catalog, UUID id) {
        return transactions.call(() -> found(catalog, id));
    }

    public List<Job> page(CatalogName catalog, Optional<Jobs.Place> after, int most) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return jobs.page(catalog, after, most);
        });
    }

    /**
     * What a job did is taken back, unless something of it was changed since: whole, so in one transaction, however much it was. Of
     * several who ask at once, the first undoes it.
     */
    public Job undo(CatalogName catalog, UUID id, ChangeContext act) {
        return transactions.call(() -> {
            var job = jobs.reserve(catalog, id).orElseThrow(() -> ProblemType.UNKNOWN_JOB.with(id.toString()));
            if (job.stage() == Job.Stage.RUNNING || job.stage() == Job.Stage.UNDONE) {
                throw ProblemType.NOT_UNDOABLE.with(job.stage().label());
            }
            takeBack.revertJob(catalogs.lock(catalog).orElseThrow(), id, act);
            job.finish(Job.Stage.UNDONE, clock.instant());
            return job;
        });
    }

    private Job found(CatalogName catalog, UUID id) {
        return jobs.find(catalog, id).orElseThrow(() -> ProblemType.UNKNOWN_JOB.with(id.toString()));
    }
}
