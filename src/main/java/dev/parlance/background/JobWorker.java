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

    private final JobRunner jobs;
    private final RecheckBacklog catchUp;
    private final Thread thread = new Thread(this::work, "do-jobs");
    private final Set<UUID> waiting = new HashSet<>();
    private boolean failing;

    JobWorker(JobRunner jobs, RecheckBacklog catchUp) {
        this.jobs = jobs;
        this.catchUp = catchUp;
    }

    public void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    public void end() {
        thread.interrupt();
    }

    private void work() {
        try {
            while (true) {
                if (!some()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer working");
        }
    }

    /** Whether there was something to do. An outage of an hour is one line of the log. */
    private boolean some() {
        try {
            var next = jobs.nextJob(waiting);
            boolean worked = next.map(this::goOn).orElseGet(this::withoutJobs);
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
    private boolean withoutJobs() {
        waiting.clear();
        return catchUp.recheckBatch();
    }

    /** True, for there may be others. */
    private boolean goOn(UUID id) {
        try {
            if (!jobs.runBatch(id)) {
                waiting.add(id);
            }
        } catch (ProblemException passing) {
            LOG.debugf("A job waits: %s", passing.getMessage());
            waiting.add(id);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "The job %s failed", id);
            jobs.markFailed(id);
        }
        return true;
    }
}
