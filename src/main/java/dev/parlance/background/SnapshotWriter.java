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

    private final PersistSnapshots persistSnapshots;
    private final PersistAccess persistAccess;
    private boolean accessFailing;
    private final Thread thread = new Thread(this::run, "keep-releases");
    private final Set<CatalogName> failing = new HashSet<>();

    SnapshotWriter(PersistSnapshots persistSnapshots, PersistAccess persistAccess) {
        this.persistSnapshots = persistSnapshots;
        this.persistAccess = persistAccess;
    }

    /** Before anything else is served. Who may what first, so that nothing is served to whom it is not for. */
    public void restore() {
        persistAccess.restore().ifPresent(it -> LOG.warnf("Until the database answers nobody is let in: %s", it));
        persistSnapshots.restore().forEach(it -> LOG.warnf("A snapshot file is not used: %s", it));
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                saveAccess();
                boolean allSaved = persistSnapshots.unsavedCatalogs().stream().map(this::save).reduce(true, Boolean::logicalAnd);
                Thread.sleep((allSaved ? PAUSE : PAUSE_AFTER_FAILURE).toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer keeping");
        }
    }

    /** Once a second, until it succeeds. */
    private void saveAccess() {
        try {
            persistAccess.save();
            accessFailing = false;
        } catch (RuntimeException e) {
            if (!accessFailing) {
                LOG.warnf("Without a database the service would start with older rights: their file cannot be written: %s", e);
            }
            accessFailing = true;
        }
    }

    /** An hour on a full disk is one line of the log when it begins, and one when it ends. */
    private boolean save(CatalogName catalog) {
        try {
            persistSnapshots.persist(catalog);
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
