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
 * Goes on with jobs, some messages at a time. How far a job is stands in the transaction that brought it there, so that each
 * message is come by once, whoever is killed on the way.
 */
@Singleton
public final class JobRunner {
    private static final int AT_A_TIME = 100;

    private final Catalogs catalogs;
    private final Messages messages;
    private final Jobs jobs;
    private final WriteCatalog write;
    private final ApplyBulkChange acts;
    private final Transactions transactions;
    private final Clock clock;

    public JobRunner(Catalogs catalogs, Messages messages, Jobs jobs, WriteCatalog write, ApplyBulkChange acts, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.messages = messages;
        this.jobs = jobs;
        this.write = write;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The job to go on with: one that nobody is at, and none of {@code except}. */
    public Optional<UUID> next(Set<UUID> except) {
        return transactions.call(() -> jobs.next(except));
    }

    /** Some more messages of a job. False where somebody else is at it. */
    public boolean runBatch(UUID id) {
        return transactions.call(() -> {
            var job = jobs.lock(id);
            job.ifPresent(this::runBatch);
            return job.isPresent();
        });
    }

    /** What cannot be done is not tried for ever. */
    public void fail(UUID id) {
        transactions.call(() -> {
            jobs.lock(id).ifPresent(it -> it.finish(Job.Stage.FAILED, clock.instant()));
            return id;
        });
    }

    private void runBatch(Job job) {
        var catalog = catalogs.lock(job.catalog()).orElseThrow();
        var now = clock.instant();
        var revision = write.newRevision(catalog, job.act(now));
        var keys = messages.keys(catalog, job.request().query(), job.place(), AT_A_TIME);
        for (var key : keys) {
            process(job, revision, key);
        }
        if (keys.size() < AT_A_TIME) {
            job.finish(Job.Stage.DONE, now);
        }
    }

    private void process(Job job, Revision revision, MessageKey key) {
        int before = revision.changes();
        var message = messages.find(job.catalog(), key).orElseThrow();
        try {
            acts.apply(revision, key, job.request());
        } catch (ProblemException refused) {
            job.addRefused(key, refused.type().key());
        }
        job.advance(new DraftQuery.Place(message.definition().position(), key), revision.changes() > before);
    }
}
