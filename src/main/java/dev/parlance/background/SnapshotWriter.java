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
 * The writer that persists the served releases and permissions, whichever replica changed them.
 *
 * <p>It runs beside requests, so a full or slow disk delays none of them. A failed write is repeated until it succeeds.
 */
@ApplicationScoped
public class SnapshotWriter {
    private static final Logger LOG = Logger.getLogger(SnapshotWriter.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Longer, because each attempt reads a large catalog completely. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final PersistSnapshots persistSnapshots;
    private final PersistAccess persistAccess;
    private boolean accessFailing;
    private final BackgroundLoop loop;
    private final Set<CatalogName> failing = new HashSet<>();

    SnapshotWriter(PersistSnapshots persistSnapshots, PersistAccess persistAccess) {
        this.persistSnapshots = persistSnapshots;
        this.persistAccess = persistAccess;
        this.loop = new BackgroundLoop("snapshot-writer", this::saveAll, PAUSE_AFTER_FAILURE,
                it -> LOG.warnf("Snapshots cannot be written: %s", it));
    }

    /**
     * Restores permissions before snapshots, so that no private catalog is served as public.
     *
     * <p>Without permissions, only catalogs whose snapshot files say that they were public are served.
     */
    public void restore() {
        persistAccess.restore().forEach(it -> LOG.warnf("Ignoring an unusable access file: %s", it));
        var restored = persistSnapshots.restore();
        restored.errors().forEach(it -> LOG.warnf("Ignoring an unusable snapshot file: %s", it));
        persistAccess.restorePublicCatalogs(restored.publicCatalogs());
    }

    public void start() {
        loop.start();
    }

    public void stop() {
        loop.stop();
    }

    private Duration saveAll() {
        saveAccess();
        boolean allSaved = persistSnapshots.unsavedCatalogs().stream().map(this::save).reduce(true, Boolean::logicalAnd);
        return allSaved ? PAUSE : PAUSE_AFTER_FAILURE;
    }

    /** Logs only the first of several failures in a row. */
    private void saveAccess() {
        try {
            persistAccess.save();
            accessFailing = false;
        } catch (RuntimeException | Error e) {
            if (!accessFailing) {
                LOG.warnf("The access snapshot cannot be written; a start without the database would restore older ones: %s", e);
            }
            accessFailing = true;
        }
    }

    /** Logs one line when writing starts to fail and one when it succeeds again. */
    private boolean save(CatalogName catalog) {
        try {
            persistSnapshots.persist(catalog);
            if (failing.remove(catalog)) {
                LOG.infof("The snapshot file of %s is written again", catalog);
            }
            return true;
        } catch (RuntimeException | Error e) {
            if (failing.add(catalog)) {
                LOG.warnf("The snapshot of %s cannot be written; a start without the database would restore an older release: %s",
                        catalog, e);
            }
            return false;
        }
    }
}
