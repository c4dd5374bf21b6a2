package dev.parlance.background;

import dev.parlance.catalog.activity.DraftEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The poller of the activity on drafts. It pauses while there are no subscribers. */
@ApplicationScoped
public class DraftEventPoller {
    private static final Logger LOG = Logger.getLogger(DraftEventPoller.class);

    /** Editors see the work of others within a second, including a pause that is 20 % longer and the queries. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    /** A subscription ends the pause. */
    private static final Duration IDLE_PAUSE = Duration.ofMinutes(1);

    private final DraftEvents events;
    private final BackgroundLoop loop;

    DraftEventPoller(DraftEvents events) {
        this.events = events;
        this.loop = new BackgroundLoop("draft-event-poller", this::poll, PERIOD,
                it -> LOG.warnf("Draft events are paused, and continue when the database is available: %s", it));
        events.onSubscription(loop::wake);
    }

    public void start() {
        loop.start();
    }

    public void stop() {
        loop.stop();
    }

    private Duration poll() {
        return switch (events.poll()) {
            case IDLE -> IDLE_PAUSE;
            case CURRENT -> PERIOD;
            case BEHIND -> Duration.ZERO;
        };
    }
}
