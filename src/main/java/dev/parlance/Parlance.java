package dev.parlance;

import dev.parlance.embedded.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The main class: starts the service, with an embedded database unless one is configured.
 *
 * <p>With arguments, it runs a {@link DatabaseCommand} instead.
 */
@QuarkusMain
public final class Parlance {
    private static final Logger LOG = Logger.getLogger(Parlance.class);
    private static final String JDBC_URL_PROPERTY = "quarkus.datasource.jdbc.url";
    private static final String FOLDER_PROPERTY = "parlance.embedded.folder";
    /** Longer than any sensible delay of a shutdown, during which the service still needs the database. */
    private static final int STOP_TIMEOUT_SECONDS = 120;

    public static void main(String... args) {
        // RequestValidation checks URIs instead, and answers with a problem document.
        System.setProperty("vertx.disableURIValidation", "true");
        boolean configured = findSetting(JDBC_URL_PROPERTY).isPresent();
        var folder = Path.of(findSetting(FOLDER_PROPERTY).orElse(".parlance"));
        if (args.length > 0) {
            System.exit(runCommand(configured, folder, args));
        }
        try {
            if (configured) {
                LibraryFiles.useNewFolder();
                Quarkus.run(args);
                return;
            }
            runWithEmbeddedDatabase(folder, args);
        } catch (IOException e) {
            System.err.println("Parlance does not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int runCommand(boolean configured, Path folder, String... args) {
        if (configured) {
            System.err.println("The commands backup and restore are for the embedded database, but another one is configured"
                    + " (QUARKUS_DATASOURCE_JDBC_URL). Use pg_dump and pg_restore.");
            return DatabaseCommand.WRONG_USAGE;
        }
        return new DatabaseCommand(folder, System.out, System.err).run(List.of(args));
    }

    /** Runs the service, and stops the database only after the service has closed its last connection. */
    private static void runWithEmbeddedDatabase(Path folder, String... args) throws IOException {
        var database = startDatabase(folder);
        try {
            // Only one service at a time has a database in the folder.
            LibraryFiles.useFolder(folder.toRealPath().resolve("temporary"));
        } catch (IOException e) {
            database.close();
            throw e;
        }
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (database) {
                database.endSupervision();
                stopped.await(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } catch (IOException e) {
                System.err.println("The embedded PostgreSQL did not stop: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stop-database"));
        database.settings().forEach(System::setProperty);
        Quarkus.run(null, (status, failure) -> {
            if (failure != null) {
                // Quarkus does not log the failure if there is an exit handler.
                LOG.error("The service does not start", failure);
            }
            stopped.countDown();
            System.exit(status);
        }, args);
    }

    private static EmbeddedDatabase startDatabase(Path folder) throws IOException {
        try {
            return EmbeddedDatabase.start(folder);
        } catch (IOException e) {
            throw new IOException("no database is configured (QUARKUS_DATASOURCE_JDBC_URL), and the embedded one failed: "
                    + e.getMessage(), e);
        }
    }

    /** Reads a system property or environment variable, because the configuration is not loaded yet. */
    private static Optional<String> findSetting(String name) {
        var variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
