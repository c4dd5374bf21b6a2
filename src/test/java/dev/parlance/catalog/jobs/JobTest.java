package dev.parlance.catalog.jobs;

import static dev.parlance.catalog.CatalogFixture.NOON;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.DE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.DraftPosition;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.catalog.history.ChangeContext;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JobTest {
    private final Job job = new Job(UUID.randomUUID(), SHOP,
            new BulkRequest(BulkRequest.Kind.APPROVE, new DraftQuery(DE, Set.of(), null, null, null, null, null),
            null, Tags.NONE, Tags.NONE, "", ""), ChangeContext.forEdit("ann", NOON, "żółw"), 3);

    @Test
    void startsBeforeFirstMessage() {
        assertThat(job.lastProcessed()).isNull();
        assertThat(job.status()).isEqualTo(Job.JobStatus.RUNNING);
        assertThat(job.finishedAt()).isEmpty();
    }

    @Test
    void remembersLastPositionAndChanges() {
        job.recordProgress(new DraftPosition(0, key("a")), true);
        job.recordProgress(new DraftPosition(4, key("-1015")), false);
        assertThat(job.lastProcessed()).isEqualTo(new DraftPosition(4, key("-1015")));
        assertThat(job.done()).isEqualTo(2);
        assertThat(job.changed()).isEqualTo(1);
    }

    @Test
    void listsFirstHundredRejections() {
        IntStream.range(0, 130).forEach(it -> job.recordRejection(key("m" + it), "busy"));
        assertThat(job.rejectedCount()).isEqualTo(130);
        assertThat(job.rejectedMessages().all()).hasSize(Job.MAX_NAMED_REJECTIONS).startsWith(new RejectedMessages.RejectedMessage("m0",
                "busy"));
    }

    @Test
    void actsForItsCreator() {
        assertThat(job.batchContext(NOON.plusSeconds(9)))
                .isEqualTo(new ChangeContext("ann", NOON.plusSeconds(9), ChangeCause.BULK, "żółw", null, job.id()));
    }
}
