package dev.parlance.catalog.jobs;

import static dev.parlance.catalog.CatalogFixture.NOON;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.content;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.catalog.jobs.BulkRequest.Kind;
import dev.parlance.catalog.jobs.Job.JobStatus;
import dev.parlance.catalog.jobs.RejectedMessages.RejectedMessage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Creates, runs and undoes jobs. For what a job does to one message see {@link ApplyBulkChangeTest}. */
class RunJobsTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final CatalogFixture shop = new CatalogFixture();
    private final List<JobStatus> ended = new ArrayList<>();
    private final JobRunner runner = new JobRunner(shop.ports.catalogs(), shop.ports.messages(), shop.ports.jobs(), shop.writeCatalog,
            new ApplyBulkChange(shop.drafts, shop.editTexts), shop.transactions, CLOCK, it -> ended.add(it.status()));
    private final ManageJobs jobs = new ManageJobs(shop.ports.catalogs(), shop.ports.messages(), shop.ports.jobs(), shop.revertChange,
            shop.transactions, CLOCK);

    @Test
    void countsMessagesOnCreation() {
        shop.createMessage("other");
        var job = create(approve(DE));
        assertThat(job.total()).isEqualTo(2);
        assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(runner.nextJob(Set.of())).contains(job.id());
    }

    @Test
    void rejectsUnknownCatalogAndLocale() {
        assertThat(problemOf(() -> jobs.create(new CatalogName("missing"), approve(DE), by("max"))).type())
                .isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> create(approve(LocaleTag.parse("fr")))).type()).isEqualTo(ProblemType.UNKNOWN_LOCALE);
        assertThat(problemOf(() -> jobs.find(SHOP, UUID.randomUUID())).type()).isEqualTo(ProblemType.UNKNOWN_JOB);
    }

    @Test
    void reportsEndOnce() {
        var job = create(approve(DE));
        while (runner.runBatch(job.id())) {
            assertThat(ended).isSubsetOf(JobStatus.DONE);
        }
        assertThat(ended).containsExactly(JobStatus.DONE);
        runner.markFailed(job.id());
        assertThat(ended).as("already ended").hasSize(1);
        runner.markFailed(create(approve(DE)).id());
        assertThat(ended).containsExactly(JobStatus.DONE, JobStatus.FAILED);
    }

    @Test
    void recordsWhatItChanged() {
        shop.save(DE, "Eins", "ann");
        shop.createMessage("other");
        var job = run(create(approve(DE)));
        assertThat(job.status()).isEqualTo(JobStatus.DONE);
        assertThat(job.finishedAt()).contains(NOON);
        assertThat(job.done()).isEqualTo(2);
        assertThat(job.changed()).isEqualTo(1);
        assertThat(shop.changes(shop.revision())).singleElement()
                .matches(it -> it.cause() == ChangeCause.BULK && it.job().orElseThrow().equals(job.id()) && it.changedBy().equals("max"));
    }

    @Test
    void processesEachMessageOnceInBatches() {
        IntStream.range(0, 204).forEach(it -> shop.createMessage("m" + it));
        var job = create(tag("seen"));
        assertThat(runner.runBatch(job.id())).isTrue();
        assertThat(jobs.find(SHOP, job.id()).done()).isEqualTo(100);
        assertThat(run(job).done()).isEqualTo(205);
        assertThat(shop.message("m203").version()).isEqualTo(2);
    }

    @Test
    void finishesAfterExactlyFullBatch() {
        IntStream.range(0, 99).forEach(it -> shop.createMessage("m" + it));
        var job = create(tag("seen"));
        runner.runBatch(job.id());
        assertThat(jobs.find(SHOP, job.id()).status()).isEqualTo(JobStatus.RUNNING);
        runner.runBatch(job.id());
        assertThat(jobs.find(SHOP, job.id()).status()).isEqualTo(JobStatus.DONE);
    }

    @Test
    void continuesAfterRejectedMessages() {
        shop.updateSettings(false, true);
        shop.save(DE, "Eins", "max");
        shop.createMessage("other");
        shop.save(key("other"), DE, "Anderes", TextState.TRANSLATED, "ann");
        var job = run(create(approve(DE)));
        assertThat(job.rejectedCount()).isEqualTo(1);
        assertThat(job.rejectedMessages().all()).containsExactly(new RejectedMessage("limit", "second-person-needed"));
        assertThat(job.changed()).isEqualTo(1);
        assertThat(shop.text(key("other"), DE).state()).isEqualTo(TextState.APPROVED);
    }

    @Test
    void runsOnceWhenTransactionIsRetried() {
        shop.save(DE, "Eins", "ann");
        shop.transactions.failFirstAttempts();
        var job = run(create(approve(DE)));
        assertThat(job.done()).isEqualTo(1);
        assertThat(shop.text(DE).version()).isEqualTo(2);
    }

    @Test
    void doesNotRunFinishedJob() {
        var job = run(create(approve(DE)));
        assertThat(runner.runBatch(job.id())).isFalse();
        assertThat(runner.nextJob(Set.of())).isEmpty();
    }

    @Test
    void skipsExcludedJob() {
        var job = create(approve(DE));
        assertThat(runner.nextJob(Set.of(job.id()))).isEmpty();
    }

    @Test
    void marksJobFailed() {
        var job = create(approve(DE));
        runner.markFailed(job.id());
        assertThat(jobs.find(SHOP, job.id()).status()).isEqualTo(JobStatus.FAILED);
        assertThat(runner.runBatch(job.id())).isFalse();
    }

    @Test
    void undoesAllItsRevisions() {
        IntStream.range(0, 150).forEach(it -> shop.createMessage("m" + it));
        var job = run(create(tag("seen")));
        assertThat(jobs.undo(SHOP, job.id(), by("ann")).status()).isEqualTo(JobStatus.UNDONE);
        assertThat(shop.message("m149").definition().tags()).isEqualTo(Tags.NONE);
        assertThat(shop.message("limit").definition().tags()).isEqualTo(Tags.NONE);
        assertThat(shop.changes(shop.revision())).hasSize(151).allMatch(it -> it.cause() == ChangeCause.REVERT);
    }

    @Test
    void undoesNothingWhenTextChangedSince() {
        shop.save(DE, "Eins", "ann");
        var job = run(create(approve(DE)));
        shop.save(DE, "Zwei", "ben");
        assertThat(problemOf(() -> jobs.undo(SHOP, job.id(), by("ann"))).type()).isEqualTo(ProblemType.CHANGED_SINCE);
        assertThat(jobs.find(SHOP, job.id()).status()).isEqualTo(JobStatus.DONE);
        assertThat(shop.text(DE).content()).isEqualTo(content("Zwei"));
    }

    @Test
    void rejectsUndoOfRunningAndUndoneJob() {
        var job = create(approve(DE));
        assertThat(problemOf(() -> jobs.undo(SHOP, job.id(), by("ann"))).arguments()).containsEntry("stage", "running");
        run(job);
        jobs.undo(SHOP, job.id(), by("ann"));
        assertThat(problemOf(() -> jobs.undo(SHOP, job.id(), by("ann"))).arguments()).containsEntry("stage", "undone");
    }

    @Test
    void undoesTwoJobsInReverseOrder() {
        shop.save(DE, "Eins", "ann");
        var first = run(create(replace("Eins", "Zwei")));
        var second = run(create(replace("Zwei", "Drei")));
        jobs.undo(SHOP, second.id(), by("ann"));
        jobs.undo(SHOP, first.id(), by("ann"));
        assertThat(shop.text(DE).content()).isEqualTo(content("Eins"));
    }

    @Test
    void previewsReplacement() {
        shop.save(DE, "Eins", "ann");
        var preview = new PreviewReplacement(shop.ports.catalogs(), shop.ports.messages(), shop.ports.texts(), shop.transactions)
                .preview(SHOP, replace("Eins", "Zwei"));
        assertThat(preview.more()).isFalse();
        assertThat(preview.changes()).singleElement().satisfies(it -> {
            assertThat(it.before()).isEqualTo(content("Eins"));
            assertThat(it.after()).isEqualTo(content("Zwei"));
        });
        assertThat(shop.text(DE).version()).isEqualTo(1);
    }

    /** One transaction over the whole catalog would hold its snapshot, and all texts in memory. */
    @Test
    void previewsEachBatchInItsOwnTransaction() {
        shop.transactions.call(() -> {
            for (int i = 1; i <= 1000; i++) {
                shop.ports.messages().add(new Message(SHOP, key("m" + i), CatalogRows.definition(i, "m" + i)));
            }
            return true;
        });
        var transactions = new AtomicInteger();
        var counting = new Transactions() {
            @Override
            public <T> T call(Supplier<T> action) {
                transactions.incrementAndGet();
                return shop.transactions.call(action);
            }
        };
        var preview = new PreviewReplacement(shop.ports.catalogs(), shop.ports.messages(), shop.ports.texts(), counting);
        assertThat(preview.preview(SHOP, replace("Eins", "Zwei")).changes()).isEmpty();
        assertThat(transactions).hasValue(3);
    }

    @Test
    void pagesJobsOfCatalog() {
        var job = create(approve(EN));
        assertThat(jobs.page(SHOP, Optional.empty(), 9)).extracting(Job::id).containsExactly(job.id());
        assertThat(problemOf(() -> jobs.page(new CatalogName("missing"), Optional.empty(), 9)).type())
                .isEqualTo(ProblemType.UNKNOWN_CATALOG);
    }

    private Job create(BulkRequest request) {
        return jobs.create(SHOP, request, by("max"));
    }

    private Job run(Job job) {
        while (jobs.find(SHOP, job.id()).status() == JobStatus.RUNNING) {
            runner.runBatch(job.id());
        }
        return jobs.find(SHOP, job.id());
    }

    private static BulkRequest approve(LocaleTag locale) {
        return new BulkRequest(Kind.APPROVE, new DraftQuery(locale, Set.of(), null, null, null, null, null), null, Tags.NONE, Tags.NONE, "",
                "");
    }

    private static BulkRequest replace(String search, String replacement) {
        return new BulkRequest(Kind.REPLACE, new DraftQuery(DE, Set.of(), null, null, null, null, null), null, Tags.NONE, Tags.NONE, search,
                replacement);
    }

    private static BulkRequest tag(String tag) {
        return new BulkRequest(Kind.TAG, new DraftQuery(DE, Set.of(), null, null, null, null, null), null, Tags.of(Set.of(tag)), Tags.NONE,
                "", "");
    }
}
