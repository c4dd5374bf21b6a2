package dev.parlance.background;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.files.PersistSnapshots;
import dev.parlance.security.PersistAccess;
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
public class SnapshotWriter {
    private static final Logger LOG = Logger.getLogger(SnapshotWriter.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A large catalog is read whole for each attempt. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final PersistSnapshots keep;
    private final PersistAccess access;
    private boolean accessFails;
    private final Thread thread = new Thread(this::keepOn, "keep-releases");
    private final Set<CatalogName> failing = new HashSet<>();

    SnapshotWriter(PersistSnapshots keep, PersistAccess access) {
        this.keep = keep;
        this.access = access;
    }

    /** Before anything else is served. Who may what first, so that nothing is served to whom it is not for. */
    public void restore() {
        access.restore().ifPresent(it -> LOG.warnf("Until the database answers nobody is let in: %s", it));
        keep.restore().forEach(it -> LOG.warnf("A snapshot file is not used: %s", it));
    }

    public void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    public void end() {
        thread.interrupt();
    }

    private void keepOn() {
        try {
            while (true) {
                keepAccess();
                boolean kept = keep.unsavedCatalogs().stream().map(this::keep).reduce(true, Boolean::logicalAnd);
                Thread.sleep((kept ? PAUSE : PAUSE_AFTER_FAILURE).toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer keeping");
        }
    }

    /** Once a second, until it succeeds. */
    private void keepAccess() {
        try {
            access.save();
            accessFails = false;
        } catch (RuntimeException e) {
            if (!accessFails) {
                LOG.warnf("Without a database the service would start with older rights: their file cannot be written: %s", e);
            }
            accessFails = true;
        }
    }

    /** An hour on a full disk is one line of the log when it begins, and one when it ends. */
    private boolean keep(CatalogName catalog) {
        try {
            keep.persist(catalog);
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
