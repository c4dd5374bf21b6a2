package dev.parlance;

import dev.parlance.cli.DatabaseFiles;
import dev.parlance.embedded.DatabaseBackup;
import dev.parlance.embedded.DatabaseRestore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The embedded database for the commands {@code backup} and {@code restore}.
 *
 * @param configured whether another database is configured
 */
record EmbeddedDatabaseFiles(Path folder, boolean configured) implements DatabaseFiles {

    @Override
    public Optional<String> unavailable() {
        return configured ? Optional.of("The commands backup and restore are for the embedded database, but another one is configured"
                + " (QUARKUS_DATASOURCE_JDBC_URL). Use pg_dump and pg_restore.") : Optional.empty();
    }

    @Override
    public void backUp(Path file) throws IOException {
        DatabaseBackup.create(folder, file);
    }

    @Override
    public void restore(Path file, boolean replace) throws IOException {
        DatabaseRestore.restore(folder, file, replace);
    }
}
