package dev.parlance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Backs up and restores the embedded database. */
public interface DatabaseFiles {

    /** Returns the folder of the database. */
    Path folder();

    /** Returns the reason why there is no embedded database; empty if there may be one. */
    Optional<String> unavailable();

    void backUp(Path file) throws IOException;

    /** @param replace whether existing data is deleted */
    void restore(Path file, boolean replace) throws IOException;
}
