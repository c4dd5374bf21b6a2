package dev.parlance.catalog.jobs;

import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.DraftPosition;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.PortContract;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.catalog.jobs.Job.JobStatus;
import dev.parlance.catalog.jobs.Jobs.JobPosition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract of every repository of jobs. Jobs that run are rolled back, so that no worker takes them. */
public abstract class JobsContract extends PortContract {
    /** Before all jobs of other tests. */
    private static final Instant FIRST = Instant.parse("2001-01-01T00:00:00Z");
    private static final CatalogName OTHER = new CatalogName("no-such-catalog");
    private static final UUID LOW = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID HIGH = UUID.fromString("f0000000-0000-4000-8000-000000000001");
    /** Hibernate adds fields to the bytecode of entities. */
    private static final String HIBERNATE_FIELDS = "\\$\\$_hibernate.*";
    private static final BulkRequest REPLACE = new BulkRequest(BulkRequest.Kind.REPLACE,
            new DraftQuery(DE, Set.of(TextFilter.STALE, TextFilter.DRAFT), "order", "limit.", "code", "注文", Lifecycle.DEPRECATED, "ann"),
            TextState.DRAFT, Tags.of(List.of("a", "b")), Tags.of(List.of("c")), "żółw", "");

    @Test
    public void returnsJobAsSaved() {
        var job = new Job(UUID.randomUUID(), rows.name, REPLACE, ChangeContext.forEdit("ann", FIRST, "dlaczego? 注"), 7);
        job.recordProgress(new DraftPosition(3, key("-1015")), true);
        job.recordProgress(new DraftPosition(4, key("limit")), false);
        job.recordRejection(key("limit"), "busy");
        job.finish(JobStatus.DONE, FIRST.plusSeconds(1));
        rows.run(() -> rows.ports.jobs().add(job));
        var found = rows.call(() -> rows.ports.jobs().find(rows.name, job.id())).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFieldsMatchingRegexes(HIBERNATE_FIELDS).isEqualTo(job);
        assertThat(found.lastProcessed()).isEqualTo(new DraftPosition(4, key("limit")));
    }

    @Test
    public void findsJobInItsCatalogOnly() {
        rows.runAndRollBack(() -> {
            var job = add(UUID.randomUUID(), FIRST, JobStatus.DONE);
            assertThat(rows.ports.jobs().findForUpdate(rows.name, job)).isPresent();
            assertThat(rows.ports.jobs().find(OTHER, job)).isEmpty();
            assertThat(rows.ports.jobs().findForUpdate(OTHER, job)).isEmpty();
            assertThat(rows.ports.jobs().find(rows.name, UUID.randomUUID())).isEmpty();
        });
    }

    @Test
    public void pagesLatestJobFirst() {
        rows.runAndRollBack(() -> {
            var first = add(UUID.randomUUID(), FIRST, JobStatus.DONE);
            add(LOW, FIRST.plusSeconds(1), JobStatus.FAILED);
            add(HIGH, FIRST.plusSeconds(1), JobStatus.UNDONE);
            var last = add(UUID.randomUUID(), FIRST.plusSeconds(2), JobStatus.RUNNING);
            assertThat(page(Optional.empty(), 9)).containsExactly(last, HIGH, LOW, first);
            assertThat(page(Optional.empty(), 1)).containsExactly(last);
            assertThat(page(Optional.of(new JobPosition(FIRST.plusSeconds(1), HIGH)), 9)).containsExactly(LOW, first);
            assertThat(page(Optional.of(new JobPosition(FIRST, first)), 9)).isEmpty();
        });
    }

    @Test
    public void separatesCatalogs() {
        rows.runAndRollBack(() -> {
            add(UUID.randomUUID(), FIRST, JobStatus.DONE);
            assertThat(rows.ports.jobs().page(OTHER, Optional.empty(), 9)).isEmpty();
        });
    }

    @Test
    public void findsLongestWaitingRunningJob() {
        rows.runAndRollBack(() -> {
            add(UUID.randomUUID(), FIRST, JobStatus.DONE);
            add(HIGH, FIRST.plusSeconds(1), JobStatus.RUNNING);
            add(LOW, FIRST.plusSeconds(1), JobStatus.RUNNING);
            var next = add(UUID.randomUUID(), FIRST.plusSeconds(2), JobStatus.RUNNING);
            assertThat(findNext(Set.of())).contains(LOW);
            assertThat(findNext(List.of(LOW))).contains(HIGH);
            assertThat(findNext(List.of(LOW, HIGH))).contains(next);
        });
    }

    @Test
    public void locksOnlyRunningJobs() {
        rows.runAndRollBack(() -> {
            var running = add(UUID.randomUUID(), FIRST, JobStatus.RUNNING);
            var failed = add(UUID.randomUUID(), FIRST, JobStatus.FAILED);
            assertThat(rows.ports.jobs().tryLockRunning(running).map(Job::id)).contains(running);
            assertThat(rows.ports.jobs().tryLockRunning(failed)).isEmpty();
            assertThat(rows.ports.jobs().tryLockRunning(UUID.randomUUID())).isEmpty();
        });
    }

    @Test
    public void rejectsDuplicateId() {
        assertThatThrownBy(() -> rows.run(() -> {
            add(LOW, FIRST, JobStatus.DONE);
            add(LOW, FIRST, JobStatus.DONE);
        })).isInstanceOf(RuntimeException.class);
    }

    private UUID add(UUID id, Instant createdAt, JobStatus status) {
        var request = new BulkRequest(BulkRequest.Kind.APPROVE, new DraftQuery(EN, Set.of(), null, null, null, null, null), null, Tags.NONE,
                Tags.NONE, "", "");
        var job = new Job(id, rows.name, request, ChangeContext.forEdit("ann", createdAt, ""), 0);
        if (status != JobStatus.RUNNING) {
            job.finish(status, createdAt);
        }
        rows.ports.jobs().add(job);
        return id;
    }

    private List<UUID> page(Optional<JobPosition> after, int limit) {
        return rows.ports.jobs().page(rows.name, after, limit).stream().map(Job::id).toList();
    }

    private Optional<UUID> findNext(Collection<UUID> excluded) {
        return rows.ports.jobs().findNextRunning(excluded);
    }
}
