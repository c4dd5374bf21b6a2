package dev.parlance.background;

import static dev.parlance.catalog.CatalogFixture.NOON;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.editing.RecheckBacklog;
import dev.parlance.catalog.jobs.ApplyBulkChange;
import dev.parlance.catalog.jobs.BulkRequest;
import dev.parlance.catalog.jobs.Job;
import dev.parlance.catalog.jobs.JobRunner;
import dev.parlance.catalog.jobs.ManageJobs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests which failures of a batch end its job and which postpone it. */
class JobWorkerTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final CatalogFixture shop = new CatalogFixture();
    private final ManageJobs jobs = new ManageJobs(shop.ports.catalogs(), shop.ports.messages(), shop.ports.jobs(), shop.revertChange,
            shop.transactions, CLOCK);
    private final UUID job = jobs.create(SHOP, new BulkRequest(BulkRequest.Kind.APPROVE,
            new DraftQuery(CatalogRows.DE, Set.of(), null, null, null, null, null), null, Tags.NONE, Tags.NONE, "", ""), by("max")).id();
    private @Nullable Throwable failure;

    @Test
    void continuesJobWhenMemoryIsAvailableAgain() {
        var worker = worker();
        failure = new OutOfMemoryError("Java heap space");
        assertThatThrownBy(worker::runNext).isSameAs(failure);
        assertThat(status()).isEqualTo(Job.JobStatus.RUNNING);
        failure = null;
        worker.runNext();
        worker.runNext();
        assertThat(status()).isEqualTo(Job.JobStatus.DONE);
    }

    @Test
    void marksJobFailedThatCannotSucceed() {
        var worker = worker();
        failure = new IllegalStateException("the same at every attempt");
        worker.runNext();
        assertThat(status()).isEqualTo(Job.JobStatus.FAILED);
    }

    private Job.JobStatus status() {
        return jobs.find(SHOP, job).status();
    }

    /** A worker that fails with {@link #failure}, if there is one, when it reads messages. */
    private JobWorker worker() {
        var messages = (Messages) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Messages.class},
                (proxy, method, arguments) -> {
                    if (failure != null) {
                        throw failure;
                    }
                    try {
                        return method.invoke(shop.ports.messages(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        var runner = new JobRunner(shop.ports.catalogs(), messages, shop.ports.jobs(), shop.writeCatalog,
                new ApplyBulkChange(shop.drafts, shop.editTexts), shop.transactions, CLOCK, it -> { });
        return new JobWorker(runner, new RecheckBacklog(shop.ports.catalogs(), shop.ports.texts(), shop.runChecks, shop.transactions));
    }
}
