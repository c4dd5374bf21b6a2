package dev.parlance.security;

import java.io.IOException;
import java.util.Optional;

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
     * @return the reason why the file cannot be used; empty if it was loaded or does not exist
     */
    public Optional<String> restore() {
        try {
            file.load().ifPresent(accessRegistry::restore);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
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
