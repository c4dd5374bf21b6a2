package dev.parlance;

import dev.parlance.background.DraftEventPoller;
import dev.parlance.background.JobWorker;
import dev.parlance.background.ReleasePoller;
import dev.parlance.background.SnapshotWriter;
import dev.parlance.background.UsageFlusher;
import dev.parlance.background.WebhookWorker;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.exchange.SynchroniseCatalog;
import dev.parlance.problems.ProblemException;
import dev.parlance.security.accounts.CreateFirstAdministrator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * The initialization of the service, in the background.
 *
 * <p>It serves the snapshot files first, then migrates the database, synchronises the shipped catalogs and loads what is
 * published. It retries until it has succeeded once.
 */
@ApplicationScoped
class StartUp {
    private static final Logger LOG = Logger.getLogger(StartUp.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(2);
    private static final Duration RESTORE_TIMEOUT = Duration.ofSeconds(5);

    private final Flyway flyway;
    private final Wiring.ShippedCatalogs shippedCatalogs;
    private final SynchroniseCatalog synchronise;
    private final ReleasePoller releasePoller;
    private final SnapshotWriter snapshotWriter;
    private final JobWorker jobWorker;
    private final DraftEventPoller draftEventPoller;
    private final UsageFlusher usageFlusher;
    private final WebhookWorker webhookWorker;
    private final CreateFirstAdministrator createFirstAdministrator;
    private final CountDownLatch restored = new CountDownLatch(1);
    private final Thread thread = new Thread(this::runUntilInitialized, "start-up");

    StartUp(Flyway flyway, Wiring.ShippedCatalogs shippedCatalogs, SynchroniseCatalog synchronise, ReleasePoller releasePoller,
            SnapshotWriter snapshotWriter, JobWorker jobWorker, DraftEventPoller draftEventPoller, UsageFlusher usageFlusher,
            WebhookWorker webhookWorker, CreateFirstAdministrator createFirstAdministrator) {
        this.flyway = flyway;
        this.shippedCatalogs = shippedCatalogs;
        this.synchronise = synchronise;
        this.releasePoller = releasePoller;
        this.snapshotWriter = snapshotWriter;
        this.jobWorker = jobWorker;
        this.draftEventPoller = draftEventPoller;
        this.usageFlusher = usageFlusher;
        this.webhookWorker = webhookWorker;
        this.createFirstAdministrator = createFirstAdministrator;
    }

    /**
     * Waits up to five seconds for the snapshot files before the port opens.
     *
     * <p>Files read within that time are served from the first request on. Slower ones must not delay the health endpoints.
     */
    void onStart(@Observes StartupEvent event) throws InterruptedException {
        thread.setDaemon(true);
        thread.start();
        if (!restored.await(RESTORE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.info("Accepting requests before all snapshot files are read");
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        thread.interrupt();
        releasePoller.stop();
        snapshotWriter.stop();
        jobWorker.stop();
        draftEventPoller.stop();
        webhookWorker.stop();
        usageFlusher.stop();
    }

    private void runUntilInitialized() {
        restore();
        for (var pause = FIRST_PAUSE;; pause = nextPause(pause)) {
            try {
                initialize();
                releasePoller.start();
                snapshotWriter.start();
                jobWorker.start();
                draftEventPoller.start();
                usageFlusher.start();
                webhookWorker.start();
                return;
            } catch (ProblemException problem) {
                LOG.warnf("Initialization failed, retrying in %d ms: %s", pause.toMillis(), problem.getMessage());
            } catch (RuntimeException | Error e) {
                LOG.warnf(e, "Initialization failed, retrying in %d ms", pause.toMillis());
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void restore() {
        try {
            snapshotWriter.restore();
        } catch (RuntimeException | Error e) {
            LOG.error("Cannot read the snapshot files, starting without them", e);
        } finally {
            restored.countDown();
        }
    }

    private void initialize() {
        flyway.migrate();
        // Published releases wait neither for new shipped messages nor for a database that accepts writes.
        releasePoller.refresh();
        shippedCatalogs.load().forEach(this::synchroniseCatalog);
        releasePoller.refresh();
        createFirstAdministrator.issueToken().ifPresent(it ->
                LOG.infof("There is no administrator yet. Until %s, POST /v1/first-administrator creates an account for "
                + "the client that sends this token: %s", it.expiresAt(), it.token()));
    }

    private void synchroniseCatalog(ShippedCatalog catalog) {
        var outcome = synchronise.synchronise(catalog);
        if (outcome.released()) {
            // The messages are served before the log says so, and before the next catalog is imported.
            releasePoller.refresh();
        }
        LOG.infof("Catalog %s: %d messages and %d texts imported%s", catalog.name(), outcome.savedMessages(),
                outcome.savedTexts(), outcome.released() ? ", first release cut" : "");
        outcome.conflicts().forEach(it -> LOG.warnf("Catalog %s: a shipped message was skipped: %s", catalog.name(), it));
    }

    private static Duration nextPause(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(MAX_PAUSE) < 0 ? doubled : MAX_PAUSE;
    }
}
