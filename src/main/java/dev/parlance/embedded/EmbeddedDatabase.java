package dev.parlance.embedded;

import dev.parlance.filesystem.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
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
        PrivateFiles.createFolder(folder);
        var real = folder.toRealPath();
        if (PrivateFiles.isShared(real)) {
            throw new IOException("all users can create files in " + real + ", so the embedded database needs another folder");
        }
        PrivateFiles.requireOwner(real, PrivateFiles.currentUser(real));
        PrivateFiles.restrict(real);
        var lock = lock(real);
        try {
            return start(real, lock);
        } catch (IOException e) {
            release(lock);
            throw new IOException("no database is configured (QUARKUS_DATASOURCE_JDBC_URL), and the embedded one failed: "
                    + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedDatabase start(Path folder, FileLock lock) throws IOException {
        var data = folder.resolve("data");
        LOG.infof("No database is configured: starting PostgreSQL in %s", data);
        var programs = folder.resolve("postgresql");
        var processes = new PostgresProcesses(data, programs);
        processes.endLeftovers();
        var binaries = PostgresBinaries.prepare(programs, PostgresArchive.find());
        var cluster = new PostgresCluster(folder, processes, new PostgresCommand(binaries, folder));
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

    private static FileLock lock(Path folder) throws IOException {
        var file = folder.resolve("lock");
        var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.newFile());
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                PrivateFiles.restrict(file);
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // This process holds the lock.
        }
        channel.close();
        throw new IOException("another Parlance process uses the folder " + folder);
    }

    private static void release(FileLock lock) throws IOException {
        lock.release();
        lock.acquiredBy().close();
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
            release(lock);
        }
    }
}
