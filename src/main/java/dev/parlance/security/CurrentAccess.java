package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The directory that holds now, and how it is brought up to what the database says. */
public final class CurrentAccess {
    private static final Logger LOG = Logger.getLogger(CurrentAccess.class);

    private final AccessRecords records;
    private final Transactions transactions;
    private final Consumer<Set<CatalogName>> open;
    private volatile AccessSnapshot directory = AccessSnapshot.UNKNOWN;
    private volatile boolean reachable = true;
    private long confirmed = AccessSnapshot.UNKNOWN.revision();

    /** @param open told, whenever it may have changed, which catalogs are public */
    public CurrentAccess(AccessRecords records, Transactions transactions, Consumer<Set<CatalogName>> open) {
        this.records = records;
        this.transactions = transactions;
        this.open = open;
    }

    public AccessSnapshot directory() {
        return directory;
    }

    /**
     * From now on holds what the database says now. One small query where nothing has changed.
     *
     * @return whether anything had
     */
    public synchronized boolean refresh() {
        var loaded = refreshIfStale();
        boolean changed = loaded != directory;
        if (changed) {
            publish(loaded);
            confirmed = loaded.revision();
        }
        return changed;
    }

    private AccessSnapshot refreshIfStale() {
        boolean answered = false;
        try {
            var loaded = transactions.call(() -> {
                // First, so that what is read afterwards is as new at least.
                long revision = records.revision();
                return revision == confirmed ? directory : records.load(revision);
            });
            answered = true;
            return loaded;
        } finally {
            reachable = answered;
        }
    }

    /**
     * After a change that is committed. It has happened, whatever becomes of loading it: then it holds here as soon as following
     * succeeds again.
     */
    public void refreshQuietly() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("Who may what has changed, but what it is now cannot be loaded yet", e);
        }
    }

    /** Whether the database answered when it was last asked. While it does not, what is known holds. */
    public boolean reachable() {
        return reachable;
    }

    /** What a file knew; whatever the database says later replaces it. */
    public synchronized void restore(AccessSnapshot kept) {
        if (!directory.loaded()) {
            publish(kept);
        }
    }

    private void publish(AccessSnapshot fresh) {
        directory = fresh;
        open.accept(fresh.visible().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.toSet()));
    }
}
