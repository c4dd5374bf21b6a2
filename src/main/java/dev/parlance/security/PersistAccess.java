package dev.parlance.security;

import java.io.IOException;
import java.util.Optional;

/** Brings who may what into a file, and back from there when a service starts without its database. */
public final class PersistAccess {
    private final CurrentAccess access;
    private final AccessSnapshotFile file;
    private AccessSnapshot kept = AccessSnapshot.UNKNOWN;

    public PersistAccess(CurrentAccess access, AccessSnapshotFile file) {
        this.access = access;
        this.file = file;
    }

    /** @return what is wrong with the file, where it cannot be used */
    public Optional<String> restore() {
        try {
            file.load().ifPresent(access::restore);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @throws java.io.UncheckedIOException where it cannot be written, and so has to be tried again */
    public void save() {
        var now = access.directory();
        if (now != kept && now.loaded()) {
            file.save(now);
            kept = now;
        }
    }
}
