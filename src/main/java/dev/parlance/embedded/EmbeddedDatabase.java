package dev.parlance.embedded;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * An embedded PostgreSQL whose data folder survives restarts.
 *
 * <p>It serves one service on one machine: the folder is locked while in use. A PostgreSQL left behind by a killed service is
 * stopped first, and a killed PostgreSQL is restarted.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration SUPERVISION_PERIOD = Duration.ofMillis(500);

    private final PostgresCluster cluster;
    private final DatabaseAccess access;
    private final DatabaseSupervisor supervisor;
    private final FileLock lock;

    private EmbeddedDatabase(PostgresCluster cluster, DatabaseAccess access, FileLock lock) {
        this.cluster = cluster;
        this.access = access;
        this.supervisor = new DatabaseSupervisor(cluster, SUPERVISION_PERIOD);
        this.lock = lock;
    }

    /**
     * Starts PostgreSQL in a folder, which is created if it is missing.
     *
     * @throws IOException if another service uses the folder, if other users can change its files, or if PostgreSQL does not start
     *         within a minute
     */
    public static EmbeddedDatabase start(Path folder) throws IOException {
        var opened = DatabaseFolder.open(folder);
        var lock = opened.lock();
        try {
            return start(opened, lock);
        } catch (IOException | RuntimeException | Error e) {
            DatabaseFolder.release(lock);
            throw e;
        }
    }

    private static EmbeddedDatabase start(DatabaseFolder folder, FileLock lock) throws IOException {
        LOG.infof("Starting the embedded PostgreSQL in %s", folder.data());
        var processes = new PostgresProcesses(folder.data(), folder.programs());
        processes.endLeftovers();
        folder.tidy();
        var binaries = PostgresBinaries.prepare(folder.programs(), PostgresArchive.find());
        var cluster = new PostgresCluster(folder, processes, new PostgresCommand(binaries, folder.path()));
        try {
            var access = cluster.initialize();
            cluster.start();
            new ApplicationDatabase(access, cluster.socket()).prepare();
            var database = new EmbeddedDatabase(cluster, access, lock);
            database.supervisor.start();
            return database;
        } catch (IOException | RuntimeException | Error e) {
            cluster.stop();
            throw e;
        }
    }

    /** Returns the settings with which the service connects, as configuration properties. */
    public Map<String, String> settings() {
        return Map.of("quarkus.datasource.jdbc.url", cluster.socket().jdbcUrl(DatabaseAccess.DATABASE),
                "quarkus.datasource.username", DatabaseAccess.APPLICATION_ROLE,
                "quarkus.datasource.password", access.applicationPassword());
    }

    /** Stops supervision, so that a database that ends is not restarted while the service shuts down. */
    public void endSupervision() {
        supervisor.stop();
    }

    @Override
    public void close() throws IOException {
        supervisor.stop();
        try {
            cluster.stop();
        } finally {
            DatabaseFolder.release(lock);
        }
    }
}
