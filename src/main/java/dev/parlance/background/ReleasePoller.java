package dev.parlance.background;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.RefreshSnapshots;
import dev.parlance.publishing.delivery.ReleaseAnnouncements;
import dev.parlance.publishing.delivery.ReleasesNotLoadedException;
import dev.parlance.publishing.release.ChannelMoveListener;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.authentication.KeyUsageRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The poller of permissions and channel heads: once per period, and earlier when a release is announced. */
@ApplicationScoped
public class ReleasePoller implements ChannelMoveListener {
    private static final Logger LOG = Logger.getLogger(ReleasePoller.class);

    private final AccessRegistry access;
    private final KeyUsageRecorder keyUsage;
    private final RefreshSnapshots refreshSnapshots;
    private final Duration period;
    private final BackgroundLoop loop;
    private final BackgroundLoop listener;

    ReleasePoller(AccessRegistry access, KeyUsageRecorder keyUsage, RefreshSnapshots refreshSnapshots, ReleaseAnnouncements announcements,
                  @ConfigProperty(name = "parlance.follow.period") Duration period) {
        this.access = access;
        this.keyUsage = keyUsage;
        this.refreshSnapshots = refreshSnapshots;
        this.period = period;
        this.loop = new BackgroundLoop("release-poller", this::poll, period,
                it -> LOG.warnf(it, "Cannot poll the channels, serving the releases in memory: %s", it.getMessage()))
                .distinguishing(it -> it instanceof ReleasesNotLoadedException failure ? failure.catalogs() : Set.of());
        this.listener = new BackgroundLoop("announcement-listener", () -> listen(announcements), period,
                it -> LOG.warn("Cannot listen for announcements; new releases are found by polling", it));
    }

    public void start() {
        loop.start();
        listener.start();
    }

    public void stop() {
        loop.stop();
        listener.stop();
    }

    /**
     * Refreshes permissions, then snapshots: a catalog is known to be private before it is served.
     *
     * @return the catalogs whose served releases changed
     */
    public List<CatalogName> refresh() {
        access.refresh();
        return refreshSnapshots.refresh();
    }

    /** Permissions first: a new catalog is unknown here until they are refreshed. */
    @Override
    public void moved(CatalogName catalog) {
        access.refreshAfterCommit();
        try {
            refreshSnapshots.refresh();
        } catch (RuntimeException | Error e) {
            LOG.warnf(e, "A channel of %s moved, but this replica cannot load its release yet", catalog);
        }
    }

    /** Returns only when listening is disabled or the thread is interrupted. */
    private Duration listen(ReleaseAnnouncements announcements) {
        announcements.subscribe(loop::wake);
        return period;
    }

    private Duration poll() {
        var moved = refresh();
        keyUsage.flushIfDue();
        if (loop.isRecovering() || !moved.isEmpty()) {
            LOG.infof("Serving the current release of every channel%s", moved.isEmpty() ? "" : ": " + moved + " moved");
        }
        return period;
    }
}
