package dev.parlance.background;

import dev.parlance.catalog.editing.RecheckBacklog;
import dev.parlance.catalog.jobs.JobRunner;
import dev.parlance.problems.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Goes on with the jobs of people, one after another; with those, too, that somebody else left behind. One that has to wait holds up
 * no other: it is tried again when the others are done. Where there are none, the checks look at texts they have not seen yet.
 */
@ApplicationScoped
public class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final long PAUSE_MILLIS = 500;

    private final JobRunner jobRunner;
    private final RecheckBacklog recheckBacklog;
    private final Thread thread = new Thread(this::run, "do-jobs");
    private final Set<UUID> postponed = new HashSet<>();
    private boolean failing;

    JobWorker(JobRunner jobRunner, RecheckBacklog recheckBacklog) {
        this.jobRunner = jobRunner;
        this.recheckBacklog = recheckBacklog;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                if (!runNext()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer working");
        }
    }

    /** Whether there was something to do. An outage of an hour is one line of the log. */
    private boolean runNext() {
        try {
            var next = jobRunner.nextJob(postponed);
            boolean worked = next.map(this::runBatch).orElseGet(this::recheckTexts);
            failing = false;
            return worked;
        } catch (RuntimeException | StackOverflowError e) {
            if (!failing) {
                LOG.warnf("Jobs wait until the database is back: %s", e.getMessage());
            }
            failing = true;
            return false;
        }
    }

    /** What waited may be gone on with now. */
    private boolean recheckTexts() {
        postponed.clear();
        return recheckBacklog.recheckBatch();
    }

    /** True, for there may be others. */
    private boolean runBatch(UUID id) {
        try {
            if (!jobRunner.runBatch(id)) {
                postponed.add(id);
            }
        } catch (ProblemException problem) {
            LOG.debugf("A job waits: %s", problem.getMessage());
            postponed.add(id);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "The job %s failed", id);
            jobRunner.markFailed(id);
        }
        return true;
    }
}
