package dev.parlance.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The thread that restarts the embedded database after it was killed.
 *
 * <p>The first restart is immediate. The pause before each further one doubles, and is reset after the server has run for a minute. Only
 * the first of several failures in a row is logged. The thread survives any failure, because nothing else restarts the server.
 */
final class DatabaseSupervisor {
    private static final Logger LOG = Logger.getLogger(DatabaseSupervisor.class);
    private static final Duration STABLE_AFTER = Duration.ofMinutes(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(8);

    private final RestartableServer server;
    private final Duration period;
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final Thread thread = new Thread(this::supervise, "database-supervisor");
    private boolean down;
    private boolean checkFailed;
    private Duration pause = Duration.ZERO;
    private long runningSince = System.nanoTime();

    /** @param period the time between two checks, and the pause before the second restart */
    DatabaseSupervisor(RestartableServer server, Duration period) {
        this.server = server;
        this.period = period;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends the supervision. A restart in progress is completed first, unless it takes longer than 15 seconds. */
    void stop() {
        stopRequested.countDown();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        try {
            while (!stopRequested.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check() throws InterruptedException {
        try {
            if (!server.isRunning()) {
                restart(!down);
                down = true;
            } else if (down) {
                LOG.info("The embedded PostgreSQL is running again");
                down = false;
            }
            checkFailed = false;
        } catch (RuntimeException | Error e) {
            if (!checkFailed) {
                checkFailed = true;
                LOG.error("The embedded PostgreSQL cannot be checked; trying again", e);
            }
        }
    }

    /** Tries once to restart the server, unless supervision ends during the pause before. */
    private void restart(boolean first) throws InterruptedException {
        if (System.nanoTime() - runningSince > STABLE_AFTER.toNanos()) {
            pause = Duration.ZERO;
        }
        if (first && pause.isZero()) {
            LOG.warn("The embedded PostgreSQL has stopped unexpectedly; restarting it");
        }
        if (stopRequested.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        boolean firstAttempt = pause.isZero();
        pause = pause.isZero() ? period : min(pause.multipliedBy(2), MAX_PAUSE);
        try {
            server.start();
        } catch (IOException | RuntimeException | Error e) {
            if (firstAttempt) {
                LOG.errorf(e, "The embedded PostgreSQL cannot be restarted; trying again");
            }
        }
        runningSince = System.nanoTime();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
