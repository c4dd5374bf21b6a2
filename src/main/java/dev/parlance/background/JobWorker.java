package dev.parlance.background;

import dev.parlance.catalog.editing.RecheckBacklog;
import dev.parlance.catalog.jobs.JobRunner;
import dev.parlance.problems.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The worker that runs jobs one after another, including those another replica left unfinished.
 *
 * <p>A job that has to wait for a lock is postponed and does not block the others. While there are no jobs, texts whose check results are
 * outdated are rechecked.
 */
@ApplicationScoped
public class JobWorker {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JobRunner jobRunner;
    private final RecheckBacklog recheckBacklog;
    private final BackgroundLoop loop;
    private final Set<UUID> postponed = new HashSet<>();

    JobWorker(JobRunner jobRunner, RecheckBacklog recheckBacklog) {
        this.jobRunner = jobRunner;
        this.recheckBacklog = recheckBacklog;
        this.loop = new BackgroundLoop("job-worker", this::runNext, PAUSE,
                it -> LOG.warnf("Jobs are paused, and continue when the database and enough memory are available: %s", it));
    }

    public void start() {
        loop.start();
    }

    public void stop() {
        loop.stop();
    }

    /** Returns no pause after work, because there may be more. */
    Duration runNext() {
        boolean worked = jobRunner.nextJob(postponed).map(this::runBatch).orElseGet(this::recheckTexts);
        return worked ? Duration.ZERO : PAUSE;
    }

    /** Postponed jobs may be able to continue now. */
    private boolean recheckTexts() {
        postponed.clear();
        return recheckBacklog.recheckBatch();
    }

    /**
     * Returns true, because there may be other jobs.
     *
     * @throws OutOfMemoryError if memory is short, which is rarely due to the job: its batches are small, and it continues later
     */
    private boolean runBatch(UUID id) {
        try {
            if (!jobRunner.runBatch(id)) {
                postponed.add(id);
            }
        } catch (ProblemException problem) {
            LOG.debugf("Job %s is postponed: %s", id, problem.getMessage());
            postponed.add(id);
        } catch (OutOfMemoryError e) {
            postponed.add(id);
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Job %s failed", id);
            jobRunner.markFailed(id);
        }
        return true;
    }
}
