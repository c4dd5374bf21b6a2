package dev.parlance;

import dev.parlance.embedded.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the service, with an embedded database unless one is configured. */
final class ServiceLauncher {
    private static final Logger LOG = Logger.getLogger(ServiceLauncher.class);
    /** Longer than any sensible delay of a shutdown, during which the service still needs the database. */
    private static final int STOP_TIMEOUT_SECONDS = 120;

    private ServiceLauncher() {
    }

    /** Runs the service; returns false if it does not start. */
    static boolean start(boolean configured, Path folder) {
        // RequestValidation checks URIs instead, and answers with a problem document.
        System.setProperty("vertx.disableURIValidation", "true");
        try {
            if (configured) {
                LibraryFiles.useNewFolder();
                Quarkus.run();
            } else {
                runWithEmbeddedDatabase(folder);
            }
            return true;
        } catch (IOException e) {
            System.err.println("Parlance does not start: " + e.getMessage());
            return false;
        }
    }

    /** Runs the service, and stops the database only after the service has closed its last connection. */
    private static void runWithEmbeddedDatabase(Path folder) throws IOException {
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
        });
    }

    private static EmbeddedDatabase startDatabase(Path folder) throws IOException {
        try {
            return EmbeddedDatabase.start(folder);
        } catch (IOException e) {
            throw new IOException("no database is configured (QUARKUS_DATASOURCE_JDBC_URL), and the embedded one failed: "
                    + e.getMessage(), e);
        }
    }
}
