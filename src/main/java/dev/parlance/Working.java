package dev.parlance;

import dev.parlance.catalog.CatchUp;
import dev.parlance.catalog.DoJobs;
import dev.parlance.problems.CatalogProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Goes on with the jobs of people, one after another; with those, too, that somebody else left behind. Where there are none, the
 * checks look at texts they have not seen yet.
 */
@ApplicationScoped
class Working {
    private static final Logger LOG = Logger.getLogger(Working.class);
    private static final long PAUSE_MILLIS = 500;

    private final DoJobs jobs;
    private final CatchUp catchUp;
    private final Thread thread = new Thread(this::work, "do-jobs");
    private boolean failing;

    Working(DoJobs jobs, CatchUp catchUp) {
        this.jobs = jobs;
        this.catchUp = catchUp;
    }

    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    void end() {
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
            var next = jobs.next();
            boolean worked = next.map(this::goOn).orElseGet(catchUp::some);
            failing = false;
            return worked;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("Jobs wait until the database is back: %s", e.getMessage());
            }
            failing = true;
            return false;
        }
    }

    /** False where there was nothing to do, or it has to wait. */
    private boolean goOn(UUID id) {
        try {
            return jobs.goOn(id);
        } catch (CatalogProblem passing) {
            LOG.debugf("A job waits: %s", passing.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The job %s failed", id);
            jobs.fail(id);
            return true;
        }
    }
}
