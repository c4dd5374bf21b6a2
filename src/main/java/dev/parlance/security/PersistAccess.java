package dev.parlance.security;

import java.io.IOException;
import java.util.Optional;

/** Brings who may what into a file, and back from there when a service starts without its database. */
public final class PersistAccess {
    private final AccessRegistry accessRegistry;
    private final AccessSnapshotFile file;
    private AccessSnapshot saved = AccessSnapshot.EMPTY;

    public PersistAccess(AccessRegistry accessRegistry, AccessSnapshotFile file) {
        this.accessRegistry = accessRegistry;
        this.file = file;
    }

    /** @return what is wrong with the file, where it cannot be used */
    public Optional<String> restore() {
        try {
            file.load().ifPresent(accessRegistry::restore);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @throws java.io.UncheckedIOException where it cannot be written, and so has to be tried again */
    public void save() {
        var current = accessRegistry.snapshot();
        if (current != saved && current.isLoaded()) {
            file.save(current);
            saved = current;
        }
    }
}
