package dev.parlance.background;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.RefreshSnapshots;
import dev.parlance.publishing.delivery.ReleaseAnnouncements;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.authentication.KeyUsageRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks who may what and where the channels point each second, and as soon as an announcement is heard. */
@ApplicationScoped
public class ReleasePoller {
    private static final Logger LOG = Logger.getLogger(ReleasePoller.class);
    private static final double JITTER = 0.2;

    private final AccessRegistry accessRegistry;
    private final KeyUsageRecorder keyUsage;
    private final RefreshSnapshots refreshSnapshots;
    private final Duration period;
    private final Semaphore wake = new Semaphore(0);
    private final Thread poller = new Thread(this::run, "follow-releases");
    private final Thread listener;
    private boolean failing;

    ReleasePoller(AccessRegistry accessRegistry, KeyUsageRecorder keyUsage, RefreshSnapshots refreshSnapshots, ReleaseAnnouncements announcements,
              @ConfigProperty(name = "parlance.follow.period") Duration period) {
        this.accessRegistry = accessRegistry;
        this.keyUsage = keyUsage;
        this.refreshSnapshots = refreshSnapshots;
        this.period = period;
        this.listener = new Thread(() -> announcements.subscribe(wake::release), "hear-announcements");
    }

    public void start() {
        for (var thread : new Thread[] {poller, listener}) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    public void stop() {
        poller.interrupt();
        listener.interrupt();
    }

    /** Who may what first: what is not for everybody is known not to be before it is served. */
    public List<CatalogName> refresh() {
        accessRegistry.refresh();
        return refreshSnapshots.refresh();
    }

    private void run() {
        try {
            while (true) {
                wake.tryAcquire(nextDelayMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
                pollOnce();
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer following");
        }
    }

    /** Many replicas must not ask all at once. */
    private long nextDelayMillis() {
        double factor = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
        return Math.round(period.toMillis() * factor);
    }

    /** An outage of an hour is one line of the log when it begins, and one when it ends. */
    private void pollOnce() {
        try {
            var moved = refresh();
            keyUsage.flushIfDue();
            if (failing || !moved.isEmpty()) {
                LOG.infof("Serving what the channels point at%s", moved.isEmpty() ? "" : ": " + moved + " moved");
            }
            failing = false;
        } catch (RuntimeException | StackOverflowError e) {
            if (!failing) {
                LOG.warn("Serving what is in memory: the channels cannot be followed", e);
            }
            failing = true;
        }
    }
}
