package dev.parlance.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * PostgreSQL without a server: it needs no password and accepts no connections.
 *
 * <p>It first recovers data that were not shut down, such as those of a backup.
 */
record SingleUserMode(PostgresCommand command, Path data) {
    /** @throws IOException if the data cannot be recovered, or the statement fails */
    void execute(String database, String sql, Duration timeout) throws IOException {
        command.run("postgres", List.of("--single", "-D", data.toString(), "-c", "exit_on_error=true", "-c", "log_statement=none",
                "-c", "log_min_error_statement=panic", database), sql + "\n", timeout);
    }
}
