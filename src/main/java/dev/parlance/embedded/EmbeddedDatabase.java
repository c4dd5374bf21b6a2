package dev.parlance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * An embedded PostgreSQL whose data folder survives restarts.
 *
 * <p>It serves one service on one machine: the folder is locked while in use. A PostgreSQL left behind by a killed service is
 * stopped first.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

    private final EmbeddedPostgres postgres;
    private final FileLock lock;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileLock lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /** @throws IOException if another service uses the folder, or if PostgreSQL does not start within a minute */
    static EmbeddedDatabase start(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            throw new IOException("another Parlance process uses the folder " + folder.toAbsolutePath());
        }
        var data = folder.resolve("data").toAbsolutePath();
        stopLeftover(data);
        LOG.infof("No database is configured: starting PostgreSQL in %s", data);
        try {
            return new EmbeddedDatabase(startPostgres(data), lock);
        } catch (IllegalStateException e) {
            throw new IOException("no database is configured (QUARKUS_DATASOURCE_JDBC_URL), and the embedded one failed: "
                    + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres startPostgres(Path data) throws IOException {
        // The library's defaults suit tests; these settings keep data safe.
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_TIMEOUT)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setLocaleConfig("locale", "C")
                .start();
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.release();
        lock.acquiredBy().close();
    }

    /** Stops only a PostgreSQL started on this very folder: after a reboot, the pid may belong to another process. */
    private static void stopLeftover(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        var leftover = ProcessHandle.of(pid)
                .filter(it -> List.of(it.info().arguments().orElse(new String[0])).contains(data.toString()));
        if (leftover.isPresent()) {
            LOG.infof("Stopping the orphaned PostgreSQL process of an earlier run (pid %d)", pid);
            leftover.get().destroy();
            awaitExit(leftover.get());
        }
    }

    private static void awaitExit(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL with pid " + process.pid() + " did not stop", e);
        }
    }
}
