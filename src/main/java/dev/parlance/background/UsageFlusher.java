package dev.parlance.background;

import dev.parlance.usage.FlushUsage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The loop that stores the counts of usage each minute, and once more when the service stops. */
@ApplicationScoped
public class UsageFlusher {
    private static final Logger LOG = Logger.getLogger(UsageFlusher.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final FlushUsage flushUsage;
    private final BackgroundLoop loop;

    UsageFlusher(FlushUsage flushUsage) {
        this.flushUsage = flushUsage;
        this.loop = new BackgroundLoop("usage-flusher", this::flush, PAUSE_AFTER_FAILURE,
                it -> LOG.warnf("Usage counts are kept in memory until the database is available: %s", it));
    }

    public void start() {
        loop.start();
    }

    /** Stores the remaining counts. Requests must have ended, and the database must still be available. */
    public void stop() {
        loop.stop();
        try {
            flushUsage.flush();
        } catch (RuntimeException e) {
            LOG.warnf("%d counts of usage are lost, because the database is not available: %s", flushUsage.unsaved(), e);
        }
    }

    private Duration flush() {
        flushUsage.flush();
        flushUsage.deleteExpired();
        return flushUsage.pause();
    }
}
