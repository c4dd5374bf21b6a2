package dev.parlance;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.KeepReleases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Brings what is served into the files, whoever moved it, and beside everything else: a disk that is full or slow keeps nobody
 * waiting. What could not be written is tried again until it is.
 */
@ApplicationScoped
class Keeping {
    private static final Logger LOG = Logger.getLogger(Keeping.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A large catalog is read whole for each attempt. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final KeepReleases keep;
    private final Thread thread = new Thread(this::keepOn, "keep-releases");
    private final Set<CatalogName> failing = new HashSet<>();

    Keeping(KeepReleases keep) {
        this.keep = keep;
    }

    /** Before anything else is served. */
    void restore() {
        keep.restore().forEach(it -> LOG.warnf("A snapshot file is not used: %s", it));
    }

    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    void end() {
        thread.interrupt();
    }

    private void keepOn() {
        try {
            while (true) {
                boolean kept = keep.due().stream().map(this::keep).reduce(true, Boolean::logicalAnd);
                Thread.sleep((kept ? PAUSE : PAUSE_AFTER_FAILURE).toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer keeping");
        }
    }

    /** An hour on a full disk is one line of the log when it begins, and one when it ends. */
    private boolean keep(CatalogName catalog) {
        try {
            keep.keep(catalog);
            if (failing.remove(catalog)) {
                LOG.infof("The file of %s is written again", catalog);
            }
            return true;
        } catch (RuntimeException e) {
            if (failing.add(catalog)) {
                LOG.warnf("Without a database the service would start with an older release of %s: its file cannot be written: %s", catalog, e);
            }
            return false;
        }
    }
}
