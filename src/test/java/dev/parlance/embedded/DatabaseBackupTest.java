package dev.parlance.embedded;

import static dev.parlance.embedded.DatabaseQueries.connect;
import static dev.parlance.embedded.DatabaseQueries.execute;
import static dev.parlance.embedded.DatabaseQueries.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.filesystem.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests backups with the real PostgreSQL. */
class DatabaseBackupTest {
    @TempDir
    Path temporary;

    @Test
    void restoresEqualStateIntoAnotherFolder() throws Exception {
        var folder = temporary.resolve("embedded");
        Map<String, String> state;
        var running = temporary.resolve("running.backup");
        var stopped = temporary.resolve("stopped.backup");
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table note (id bigserial primary key, body text);"
                    + "insert into note (body) select repeat('ü' || n, 50) from generate_series(1, 20000) n;"
                    + "update note set body = 'changed' where id % 7 = 0; delete from note where id % 11 = 0");
            state = state(database);
            DatabaseBackup.create(folder, running);
            assertThat(state(database)).isEqualTo(state);
        }
        DatabaseBackup.create(folder, stopped);

        for (var file : new Path[] {running, stopped}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            var other = temporary.resolve("restored from " + file.getFileName());
            DatabaseRestore.restore(other, file, false);
            try (var database = EmbeddedDatabase.start(other)) {
                assertThat(state(database)).as(file.toString()).isEqualTo(state);
                execute(database, "insert into note (body) values ('new'); reindex table note");
                assertThat(state(database)).isNotEqualTo(state);
            }
        }
        assertThat(AtomicFile.list(temporary)).as("temporary files").hasSize(5);
    }

    /** Each transaction changes both tables, so a copy that is not of one point in time shows different numbers. */
    @Test
    void isConsistentDuringWrites() throws Exception {
        var folder = temporary.resolve("embedded");
        var file = temporary.resolve("backup");
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table one (n bigint); create table other (n bigint)");
            var ended = new AtomicBoolean();
            var writer = CompletableFuture.runAsync(() -> {
                try (var connection = connect(database); var statement = connection.createStatement()) {
                    while (!ended.get()) {
                        statement.execute("begin; insert into one select generate_series(1, 500);"
                                + "insert into other select generate_series(1, 500); commit");
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            DatabaseBackup.create(folder, file);
            ended.set(true);
            writer.join();
        }
        DatabaseRestore.restore(temporary.resolve("other"), file, false);
        try (var database = EmbeddedDatabase.start(temporary.resolve("other"))) {
            assertThat(query(database, "select count(*) from one")).isEqualTo(query(database, "select count(*) from other"));
            assertThat(query(database, "select count(*) % 500 from one")).isEqualTo("0");
        }
    }

    @Test
    void replacesDataOnlyIfAskedTo() throws Exception {
        var folder = temporary.resolve("embedded");
        var file = temporary.resolve("backup");
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table kept as select 'before' as value");
            DatabaseBackup.create(folder, file);
            execute(database, "update kept set value = 'after'");
            assertThatThrownBy(() -> DatabaseRestore.restore(folder, file, true)).isInstanceOf(IOException.class)
                    .hasMessageContaining("another Parlance process uses the folder");
        }
        var passwords = Files.readString(folder.resolve("pg_service.conf"));
        assertThatThrownBy(() -> DatabaseRestore.restore(folder, file, false)).isInstanceOf(IOException.class)
                .hasMessageContaining("there is a database in").hasMessageContaining("--replace");
        assertThat(valueIn(folder)).isEqualTo("after");
        DatabaseRestore.restore(folder, file, true);
        assertThat(valueIn(folder)).isEqualTo("before");
        assertThat(Files.readString(folder.resolve("pg_service.conf"))).isEqualTo(passwords);
        assertNoRemains(folder);
    }

    @Test
    void rejectsDamagedFilesAndKeepsData() throws Exception {
        var folder = temporary.resolve("embedded");
        var file = temporary.resolve("backup");
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table kept as select 'before' as value");
        }
        DatabaseBackup.create(folder, file);
        var content = Files.readAllBytes(file);
        var damaged = temporary.resolve("damaged");
        for (int length : new int[] {0, 1, content.length / 2, content.length - 1}) {
            Files.write(damaged, Arrays.copyOf(content, length));
            assertRejected(folder, damaged);
        }
        for (int position : new int[] {content.length / 3, content.length - 3}) {
            var changed = content.clone();
            changed[position] ^= 0x10;
            Files.write(damaged, changed);
            assertRejected(folder, damaged);
        }
        Files.writeString(damaged, "some text");
        assertRejected(folder, damaged);
        writeArchive(damaged, "other");
        assertRejected(folder, damaged);
        writeArchive(damaged, BackupWriter.HEADER, "../outside");
        assertRejected(folder, damaged);
        assertThat(temporary.resolve("embedded/outside")).doesNotExist();
        writeArchive(damaged, BackupWriter.HEADER, "PG_VERSION");
        assertRejected(folder, damaged);
        assertRejected(folder, temporary.resolve("absent"));
        assertThat(valueIn(folder)).isEqualTo("before");
    }

    private static void assertRejected(Path folder, Path file) throws IOException {
        assertThatThrownBy(() -> DatabaseRestore.restore(folder, file, true)).isInstanceOf(IOException.class)
                .hasMessageNotContaining("null");
        assertNoRemains(folder);
    }

    /** Between the two renames of a restore, there are no data under their name. */
    @Test
    void finishesInterruptedRestoreAtStart() throws Exception {
        var folder = temporary.resolve("embedded");
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table kept as select 'restored' as value");
        }
        Files.move(folder.resolve("data"), folder.resolve("data.restored"));
        Files.createDirectories(folder.resolve("data.replaced/old"));
        Files.createDirectories(folder.resolve("data.unfinished/part"));
        assertThatThrownBy(() -> DatabaseRestore.restore(folder, Files.createTempFile(temporary, "backup", ""), false))
                .hasMessageContaining("--replace");
        assertThat(valueIn(folder)).isEqualTo("restored");
        assertNoRemains(folder);
    }

    @Test
    void rejectsExistingFileAndMissingDatabase() throws Exception {
        var existing = Files.createFile(temporary.resolve("existing"));
        assertThatThrownBy(() -> DatabaseBackup.create(temporary, existing)).hasMessageContaining("exists already");
        var folder = temporary.resolve("absent");
        assertThatThrownBy(() -> DatabaseBackup.create(folder, temporary.resolve("backup")))
                .hasMessageContaining("there is no embedded database in");
        assertThat(folder).doesNotExist();
        assertThat(temporary.resolve("backup")).doesNotExist();
    }

    /** A backup may go to a folder of other programs. */
    @Test
    void keepsPermissionsOfTheFolderOfTheFile() throws Exception {
        var folder = temporary.resolve("embedded");
        EmbeddedDatabase.start(folder).close();
        var backups = Files.createDirectory(temporary.resolve("backups"));
        Files.setPosixFilePermissions(backups, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatCode(() -> DatabaseBackup.create(folder, backups.resolve("one"))).doesNotThrowAnyException();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backups))).isEqualTo("rwxr-xr-x");
    }

    private static void assertNoRemains(Path folder) throws IOException {
        assertThat(AtomicFile.list(folder)).extracting(it -> it.getFileName().toString()).contains("data")
                .noneMatch(it -> it.startsWith("data."));
    }

    private static void writeArchive(Path file, String... names) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); var archive = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (var name : names) {
                var entry = new TarArchiveEntry(name, true);
                entry.setSize(1);
                archive.putArchiveEntry(entry);
                archive.write('1');
                archive.closeArchiveEntry();
            }
        }
    }

    private static String valueIn(Path folder) throws Exception {
        try (var database = EmbeddedDatabase.start(folder)) {
            return query(database, "select value from kept");
        }
    }

    /** Returns the number and a checksum of the rows of each table, and the sequences. */
    private static Map<String, String> state(EmbeddedDatabase database) throws SQLException {
        var state = new TreeMap<String, String>();
        state.put("note", query(database, "select count(*) || ' ' || md5(string_agg(id || body, ',' order by id)) from note"));
        state.put("sequence", query(database, "select last_value from note_id_seq"));
        state.put("database", query(database, "select pg_encoding_to_char(encoding) || datcollate from pg_database "
                + "where datname = current_database()"));
        return state;
    }
}
