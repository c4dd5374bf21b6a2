package dev.parlance.catalog.jobs;

import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.Revision;
import dev.parlance.catalog.history.WriteCatalog;
import dev.parlance.problems.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Runs jobs in batches of messages.
 *
 * <p>A batch and the progress of its job commit in one transaction, so each message is processed exactly once, even if a replica is
 * killed.
 */
@Singleton
public final class JobRunner {
    private static final int BATCH_SIZE = 100;

    private final Catalogs catalogs;
    private final Messages messages;
    private final Jobs jobs;
    private final WriteCatalog writeCatalog;
    private final ApplyBulkChange applyBulkChange;
    private final Transactions transactions;
    private final Clock clock;
    private final JobEndListener listener;

    public JobRunner(Catalogs catalogs, Messages messages, Jobs jobs, WriteCatalog writeCatalog, ApplyBulkChange applyBulkChange,
            Transactions transactions, Clock clock, JobEndListener listener) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.jobs = jobs;
        this.writeCatalog = writeCatalog;
        this.applyBulkChange = applyBulkChange;
        this.transactions = transactions;
        this.clock = clock;
        this.listener = listener;
    }

    /** Returns the oldest running job that no replica is processing and that is not excluded. */
    public Optional<UUID> nextJob(Set<UUID> excluded) {
        return transactions.call(() -> jobs.findNextRunning(excluded));
    }

    /**
     * Processes the next messages of a job.
     *
     * @return false if another replica is processing the job, or it has ended
     */
    public boolean runBatch(UUID id) {
        var processed = transactions.call(() -> {
            var job = jobs.tryLockRunning(id);
            job.ifPresent(this::runBatch);
            return job;
        });
        processed.filter(it -> it.status() != Job.JobStatus.RUNNING).ifPresent(listener::ended);
        return processed.isPresent();
    }

    /** Marks a job as failed, so that it is not retried forever. */
    public void markFailed(UUID id) {
        transactions.call(() -> {
            var job = jobs.tryLockRunning(id);
            job.ifPresent(it -> it.finish(Job.JobStatus.FAILED, clock.instant()));
            return job;
        }).ifPresent(listener::ended);
    }

    private void runBatch(Job job) {
        var catalog = catalogs.lock(job.catalog()).orElseThrow();
        var now = clock.instant();
        var revision = writeCatalog.beginRevision(catalog, job.batchContext(now));
        var keys = messages.findKeys(catalog, job.request().query(), job.lastProcessed(), BATCH_SIZE);
        for (var key : keys) {
            processMessage(job, revision, key);
        }
        if (keys.size() < BATCH_SIZE) {
            job.finish(Job.JobStatus.DONE, now);
        }
    }

    private void processMessage(Job job, Revision revision, MessageKey key) {
        int changesBefore = revision.changeCount();
        var message = messages.find(job.catalog(), key).orElseThrow();
        try {
            applyBulkChange.apply(revision, key, job.request());
        } catch (ProblemException problem) {
            job.recordRejection(key, problem.type().key());
        }
        job.recordProgress(new DraftQuery.DraftPosition(message.definition().position(), key), revision.changeCount() > changesBefore);
    }
}
