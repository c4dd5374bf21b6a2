package dev.parlance.security;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Set;

/** The use case that saves access data to a local file, and restores them without the database. */
public final class PersistAccess {
    private final AccessRegistry accessRegistry;
    private final AccessSnapshotFile file;
    private AccessSnapshot saved = AccessSnapshot.EMPTY;

    public PersistAccess(AccessRegistry accessRegistry, AccessSnapshotFile file) {
        this.accessRegistry = accessRegistry;
        this.file = file;
    }

    /**
     * Loads the file, if there is one.
     *
     * @return one line for each file that cannot be used, with the reason
     */
    public List<String> restore() {
        var loaded = file.load();
        loaded.snapshot().ifPresent(accessRegistry::restore);
        return loaded.errors();
    }

    /** Serves these catalogs, which are known to be public, if no file could be loaded. */
    public void restorePublicCatalogs(Set<CatalogName> catalogs) {
        accessRegistry.restorePublicCatalogs(catalogs);
    }

    /**
     * Saves the current snapshot if it has changed since the last save.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written; the next call tries again
     */
    public void save() {
        var current = accessRegistry.snapshot();
        if (current != saved && current.isLoaded()) {
            file.save(current);
            saved = current;
        }
    }
}
