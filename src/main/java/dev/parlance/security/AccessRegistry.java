package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The directory that holds now, and how it is brought up to what the database says. */
public final class AccessRegistry {
    private static final Logger LOG = Logger.getLogger(AccessRegistry.class);

    private final AccessRecords records;
    private final Transactions transactions;
    private final Consumer<Set<CatalogName>> publicCatalogsListener;
    private volatile AccessSnapshot snapshot = AccessSnapshot.EMPTY;
    private volatile boolean databaseReachable = true;
    private long confirmedRevision = AccessSnapshot.EMPTY.revision();

    /** @param open told, whenever it may have changed, which catalogs are public */
    public AccessRegistry(AccessRecords records, Transactions transactions, Consumer<Set<CatalogName>> publicCatalogsListener) {
        this.records = records;
        this.transactions = transactions;
        this.publicCatalogsListener = publicCatalogsListener;
    }

    public AccessSnapshot snapshot() {
        return snapshot;
    }

    /**
     * From now on holds what the database says now. One small query where nothing has changed.
     *
     * @return whether anything had
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
                // First, so that what is read afterwards is as new at least.
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
     * After a change that is committed. It has happened, whatever becomes of loading it: then it holds here as soon as following
     * succeeds again.
     */
    public void refreshAfterCommit() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("Who may what has changed, but what it is now cannot be loaded yet", e);
        }
    }

    /** Whether the database answered when it was last asked. While it does not, what is known holds. */
    public boolean isDatabaseReachable() {
        return databaseReachable;
    }

    /** What a file knew; whatever the database says later replaces it. */
    public synchronized void restore(AccessSnapshot saved) {
        if (!snapshot.isLoaded()) {
            publish(saved);
        }
    }

    private void publish(AccessSnapshot replacement) {
        snapshot = replacement;
        publicCatalogsListener.accept(replacement.publicByCatalog().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.toSet()));
    }
}
