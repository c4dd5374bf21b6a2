package dev.parlance.embedded;

import dev.parlance.filesystem.AtomicFile;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Backs up an embedded database, also while the service uses it.
 *
 * <p>It copies the data folder and the write-ahead log that is written meanwhile, as {@code pg_basebackup} does, because PostgreSQL's
 * archive has no programs for backups. The copy is consistent after the recovery that {@link DatabaseRestore} runs.
 */
public final class DatabaseBackup {
    /** Files that belong to the running server. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "current_logfiles", "backup_label",
            "tablespace_map", ServerSocketFile.NAME, ServerSocketFile.LOCK_FILE);
    /** Folders whose files the next server does not need. The log is added last. */
    private static final Set<String> EMPTIED = Set.of("log", "pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial",
            "pg_snapshots", "pg_stat_tmp", "pg_subtrans");
    private static final String TEMPORARY = "pgsql_tmp";
    private static final String RELATION_CACHE = "pg_internal.init";
    /** Copied after all other files, as {@code pg_basebackup} does. */
    private static final Path CONTROL_FILE = Path.of("global", "pg_control");

    private final Path data;
    private final BackupWriter archive;

    private DatabaseBackup(Path data, BackupWriter archive) {
        this.data = data;
        this.archive = archive;
    }

    /**
     * Writes a backup. Starts PostgreSQL meanwhile if the service is not running.
     *
     * @param folder of the embedded database
     * @param file   a new file, which only its owner can access
     * @throws IOException if the file exists, or the database cannot be backed up; there is no file then
     */
    public static void create(Path folder, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new IOException(file + " exists already");
        }
        if (!Files.isDirectory(folder) || !new DatabaseFolder(folder.toRealPath()).hasData()) {
            throw new IOException("there is no embedded database in " + folder.toAbsolutePath());
        }
        var opened = DatabaseFolder.open(folder);
        var lock = opened.tryLock();
        if (lock.isEmpty()) {
            copy(opened, file);
            return;
        }
        DatabaseFolder.release(lock.get());
        try (var database = EmbeddedDatabase.start(folder)) {
            copy(opened, file);
        }
    }

    private static void copy(DatabaseFolder folder, Path file) throws IOException {
        var access = DatabaseAccess.load(folder.path())
                .orElseThrow(() -> new IOException("the passwords of the database in " + folder.path() + " are missing"));
        try (var written = AtomicFile.createBeside(file);
             var connection = access.connectAsSuperuser(ServerSocketFile.in(folder.data()), DatabaseAccess.DATABASE);
             var archive = new BackupWriter(Channels.newOutputStream(written.channel()))) {
            new DatabaseBackup(folder.data(), archive).copyWhileRunning(connection);
            archive.finish();
            written.commit(file, () -> { });
        } catch (SQLException e) {
            throw new IOException("the database in " + folder.path() + " cannot be backed up: " + e.getMessage(), e);
        }
    }

    private void copyWhileRunning(Connection connection) throws SQLException, IOException {
        // Keeps the log until the end of the session, so that none of it is recycled before it is copied.
        query(connection, "select pg_create_physical_replication_slot('parlance_backup_' || pg_backend_pid(), true, true)");
        var first = query(connection, "select pg_walfile_name(pg_backup_start('parlance', true))").get(0);
        copyData();
        var end = query(connection, "select pg_walfile_name(lsn), labelfile, spcmapfile from pg_backup_stop(false)");
        if (!end.get(2).isBlank()) {
            throw new IOException("the database has tablespaces outside its folder, which a backup does not contain");
        }
        archive.addText("backup_label", end.get(1));
        copyLog(first, end.get(0));
    }

    private void copyData() throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                var name = data.relativize(folder);
                if (name.startsWith(TEMPORARY) || name.endsWith(TEMPORARY)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!folder.equals(data)) {
                    archive.addFolder(name(folder));
                }
                return EMPTIED.contains(name.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name) && !name.startsWith(RELATION_CACHE) && !name.startsWith(TEMPORARY)
                        && !data.relativize(file).equals(CONTROL_FILE)) {
                    if (!attributes.isRegularFile()) {
                        throw new IOException(file + " is not a regular file");
                    }
                    archive.addFile(name(file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure == null || failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        archive.addFile(name(data.resolve(CONTROL_FILE)), data.resolve(CONTROL_FILE));
    }

    /** The names of the segments of the log sort in their order, because a server that is no replica never changes the timeline. */
    private void copyLog(String first, String last) throws IOException {
        for (var file : AtomicFile.list(data.resolve("pg_wal")).stream().sorted().toList()) {
            var name = file.getFileName().toString();
            if (name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                archive.addFile(name(file), file);
            }
        }
    }

    private String name(Path path) {
        return data.relativize(path).toString().replace('\\', '/');
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            var values = new String[rows.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.getString(i + 1);
            }
            return List.of(values);
        }
    }
}
