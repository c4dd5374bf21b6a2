package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The current {@link AccessSnapshot} of this replica, and its updates from the database. */
public final class AccessRegistry {
    private static final Logger LOG = Logger.getLogger(AccessRegistry.class);

    private final AccessRecords records;
    private final Transactions transactions;
    private final Consumer<Set<CatalogName>> publicCatalogsListener;
    private volatile AccessSnapshot snapshot = AccessSnapshot.EMPTY;
    private volatile boolean databaseReachable = true;
    private long confirmedRevision = AccessSnapshot.EMPTY.revision();

    /** @param publicCatalogsListener receives the public catalogs whenever they may have changed */
    public AccessRegistry(AccessRecords records, Transactions transactions, Consumer<Set<CatalogName>> publicCatalogsListener) {
        this.records = records;
        this.transactions = transactions;
        this.publicCatalogsListener = publicCatalogsListener;
    }

    public AccessSnapshot snapshot() {
        return snapshot;
    }

    /**
     * Loads the snapshot again if its revision in the database has changed. Costs one small query if it has not.
     *
     * @return whether the snapshot changed
     */
    public synchronized boolean refresh() {
        var loaded = load();
        boolean changed = loaded != snapshot;
        if (changed) {
            publish(loaded);
            confirmedRevision = loaded.revision();
        }
        return changed;
    }

    private AccessSnapshot load() {
        boolean answered = false;
        try {
            var loaded = transactions.call(() -> {
                // Read first, so that the data read afterwards are at least as new.
                long revision = records.revision();
                return revision == confirmedRevision ? snapshot : records.load(revision);
            });
            answered = true;
            return loaded;
        } finally {
            databaseReachable = answered;
        }
    }

    /**
     * Refreshes after a committed change, without reporting failures to the caller.
     *
     * <p>The change is committed even if loading fails. It then takes effect on this replica at the next successful refresh.
     */
    public void refreshAfterCommit() {
        try {
            refresh();
        } catch (RuntimeException | Error e) {
            LOG.warn("Permissions have changed but cannot be reloaded yet", e);
        }
    }

    /** Returns whether the database answered the last query. While it does not, the current snapshot stays valid. */
    public boolean isDatabaseReachable() {
        return databaseReachable;
    }

    /** Installs a snapshot from a file, unless one is loaded already. The next refresh replaces it. */
    public synchronized void restore(AccessSnapshot saved) {
        if (!snapshot.isLoaded()) {
            publish(saved);
        }
    }

    /**
     * Serves catalogs that are known to be public while nothing else is known about permissions.
     *
     * <p>The snapshot still counts as not loaded: the service is not ready, and other catalogs are neither served nor reported as unknown.
     */
    public synchronized void restorePublicCatalogs(Set<CatalogName> catalogs) {
        if (!snapshot.isLoaded()) {
            publish(AccessSnapshot.ofPublicCatalogs(catalogs));
        }
    }

    private void publish(AccessSnapshot replacement) {
        snapshot = replacement;
        publicCatalogsListener.accept(replacement.publicByCatalog().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }
}
