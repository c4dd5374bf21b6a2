package dev.parlance;

import dev.parlance.background.JobWorker;
import dev.parlance.background.ReleasePoller;
import dev.parlance.background.SnapshotWriter;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.exchange.SynchroniseCatalog;
import dev.parlance.problems.ProblemException;
import dev.parlance.security.accounts.FirstAdministrator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Serves what the files hold; migrates, synchronises and loads, in the background, until it has succeeded once. */
@ApplicationScoped
class StartUp {
    private static final Logger LOG = Logger.getLogger(StartUp.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_RESTORE = Duration.ofSeconds(5);

    private final Flyway flyway;
    private final Wiring.Shipped shipped;
    private final SynchroniseCatalog synchronise;
    private final ReleasePoller following;
    private final SnapshotWriter keeping;
    private final JobWorker working;
    private final FirstAdministrator first;
    private final CountDownLatch restored = new CountDownLatch(1);
    private final Thread thread = new Thread(this::untilDone, "start-up");

    StartUp(Flyway flyway, Wiring.Shipped shipped, SynchroniseCatalog synchronise, ReleasePoller following, SnapshotWriter keeping,
            JobWorker working, FirstAdministrator first) {
        this.flyway = flyway;
        this.shipped = shipped;
        this.synchronise = synchronise;
        this.following = following;
        this.keeping = keeping;
        this.working = working;
        this.first = first;
    }

    /** The port opens after this. What its files bring soon is served from the first request on; what takes long, health does not wait for. */
    void begin(@Observes StartupEvent event) throws InterruptedException {
        thread.setDaemon(true);
        thread.start();
        if (!restored.await(LONGEST_RESTORE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.info("Answering before all files of snapshots are read");
        }
    }

    void end(@Observes ShutdownEvent event) {
        thread.interrupt();
        following.end();
        keeping.end();
        working.end();
    }

    private void untilDone() {
        restore();
        for (var pause = FIRST_PAUSE;; pause = longer(pause)) {
            try {
                once();
                following.begin();
                keeping.begin();
                working.begin();
                return;
            } catch (ProblemException passing) {
                LOG.warnf("Not started yet, trying again in %d ms: %s", pause.toMillis(), passing.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                LOG.warnf(e, "Not started yet, trying again in %d ms", pause.toMillis());
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
            keeping.restore();
        } catch (RuntimeException e) {
            LOG.error("Starting without the files of snapshots", e);
        } finally {
            restored.countDown();
        }
    }

    private void once() {
        flyway.migrate();
        // What is published already does not wait for what may be new, nor for a database that can be written to.
        following.now();
        shipped.read().forEach(this::bring);
        following.now();
        first.offer().ifPresent(it -> LOG.infof("Nobody is administrator yet. Until %s, POST /v1/first-administrator makes an account for "
                + "whoever sends this token: %s", it.until(), it.token()));
    }

    private void bring(ShippedCatalog catalog) {
        var outcome = synchronise.synchronise(catalog);
        LOG.infof("Catalog %s: %d messages and %d texts brought in%s", catalog.name(), outcome.savedMessages(),
                outcome.savedTexts(), outcome.released() ? ", first release cut" : "");
        outcome.conflicts().forEach(it -> LOG.warnf("Catalog %s: a shipped message stays out: %s", catalog.name(), it));
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
