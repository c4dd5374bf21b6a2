package dev.parlance.embedded;

import static dev.parlance.embedded.DatabaseQueries.execute;
import static dev.parlance.embedded.DatabaseQueries.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.ServiceProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests the embedded PostgreSQL with its real programs, and its protection from other local users. */
class EmbeddedDatabaseTest {
    private static final String COUNT_TABLES = "select count(*) from pg_tables where schemaname = 'public' and tableowner = 'parlance'";

    @TempDir
    Path temporary;

    @Test
    void servesOnlyAuthenticatedConnections() throws Exception {
        var folder = temporary.resolve("embedded");
        try (var database = EmbeddedDatabase.start(folder)) {
            migrate(database);
            var url = database.settings().get("quarkus.datasource.jdbc.url");
            for (var user : List.of("postgres", "parlance")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url.replace("requireAuth=scram-sha-256&", ""), user, ""))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "wrong")).isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(query(database, "select rolsuper or rolcreaterole or rolcreatedb or rolreplication from pg_roles "
                    + "where rolname = current_user")).isEqualTo("f");
            assertThatThrownBy(() -> query(database, "copy (select 1) to program 'true'")).hasMessageContaining("permission denied");
            assertThat(Files.readAllLines(folder.resolve("data/postmaster.pid")).subList(4, 6)).as("socket folder and address")
                    .containsExactly(".", "");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data")))).isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/.s.PGSQL.5432"))))
                    .isEqualTo("rw-------");
            assertThat(query(database, "show fsync") + query(database, "show synchronous_commit")).isEqualTo("onon");
            assertThat(query(database, "select count(*) from pg_extension where extname = 'pg_trgm'")).isEqualTo("1");
            assertThat(Files.readString(folder.resolve("data/pg_hba.conf"))).doesNotContain("trust");
            assertPrivate(folder);
            assertNoPasswordInArguments(folder);
        }
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(Integer.parseInt(query(database, COUNT_TABLES))).isGreaterThan(5);
        }
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void upgradesFolderOfEarlierVersion() throws Exception {
        var folder = Files.createDirectory(temporary.resolve("embedded"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var earlier = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("data")).setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C").start()) {
            var url = earlier.getJdbcUrl("postgres", "postgres");
            migrate(url, "postgres", "");
            try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
                statement.execute("create type mood as enum ('good'); create view moods as select 'good'::mood as mood;"
                        + " create sequence counter; create schema extra; create table extra.notes (note text)");
                statement.execute("insert into extra.notes values ('kept')");
            }
        }
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "select note from extra.notes")).isEqualTo("kept");
            assertThat(query(database, "select count(*) from pg_class where relowner <> 'parlance'::regrole and relnamespace in "
                    + "('public'::regnamespace, 'extra'::regnamespace)")).isEqualTo("0");
            assertThat(query(database, "select count(*) from flyway_schema_history where not success")).isEqualTo("0");
            migrate(database);
            execute(database, "alter table catalog add column later text; alter type mood rename to spirit; drop schema extra cascade;"
                    + "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'");
            var url = database.settings().get("quarkus.datasource.jdbc.url").replace("requireAuth=scram-sha-256&", "");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "")).isInstanceOf(SQLException.class);
            assertPrivate(folder);
        }
        Files.delete(folder.resolve("pg_service.conf"));
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(query(database, "select current_user")).as("after the loss of the passwords").isEqualTo("parlance");
        }
    }

    @Test
    void restartsKilledServer() throws Exception {
        var folder = temporary.resolve("embedded");
        try (var database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table kept as select 1 as number");
            for (int round = 0; round < 2; round++) {
                var server = server(folder);
                var longStatement = CompletableFuture.runAsync(() -> {
                    try {
                        query(database, "select pg_sleep(100)");
                    } catch (SQLException e) {
                        // The connection ends with the server.
                    }
                });
                server.destroyForcibly();
                ServiceProcess.await("a new server", Duration.ofSeconds(10), () -> isAvailable(database));
                assertThat(query(database, "select number from kept")).isEqualTo("1");
                assertThat(server(folder).pid()).isNotEqualTo(server.pid());
                longStatement.join();
            }
            server(folder).destroyForcibly();
        }
        assertThat(processesOf(folder)).isEmpty();
    }

    /** A killed server remains a zombie if its parent does not reap it, for example as the first process of a container. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void startsAfterServerThatIsZombie() throws Exception {
        var folder = temporary.resolve("embedded");
        EmbeddedDatabase.start(folder).close();
        // The shell becomes a program that does not reap the child of the shell.
        var parent = new ProcessBuilder("sh", "-c", "true & exec sleep 100").start();
        try {
            ServiceProcess.await("a zombie", Duration.ofSeconds(10), () -> parent.children().anyMatch(it -> isZombie(it.pid())));
            var pid = parent.children().findFirst().orElseThrow().pid();
            for (var name : List.of("postmaster.pid", ".s.PGSQL.5432.lock")) {
                Files.writeString(folder.resolve("data").resolve(name), pid + "\n" + folder.resolve("data") + "\n1700000000\n5432\n.\n\n");
            }
            try (var database = EmbeddedDatabase.start(folder)) {
                assertThat(isAvailable(database)).isTrue();
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A suspended server does not react to the request to shut down. */
    @Test
    void stopsServerThatIsKilledMeanwhile() throws Exception {
        var folder = temporary.resolve("embedded");
        var database = EmbeddedDatabase.start(folder);
        var server = server(folder);
        new ProcessBuilder("kill", "-STOP", "" + server.pid()).start().waitFor();
        var closed = CompletableFuture.runAsync(() -> {
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(closed).failsWithin(Duration.ofSeconds(2)).withThrowableOfType(TimeoutException.class);
        server.destroyForcibly();
        assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
        assertThat(processesOf(folder)).isEmpty();
    }

    @Test
    void rejectsFolderInUse() throws Exception {
        var folder = temporary.resolve("embedded");
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).isInstanceOf(IOException.class)
                    .hasMessageContaining("another Parlance process uses the folder");
            assertThat(isAvailable(database)).isTrue();
        }
    }

    @Test
    void rejectsProgramsThatOthersCanChange() throws Exception {
        var programs = Files.createDirectory(temporary.resolve("postgresql"));
        Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> PostgresBinaries.prepare(programs, PostgresArchive.find())).isInstanceOf(IOException.class)
                .hasMessageContaining("other users can write to");
        var linked = Files.createSymbolicLink(temporary.resolve("linked"), Files.createDirectory(temporary.resolve("real")));
        assertThatThrownBy(() -> PostgresBinaries.prepare(linked, PostgresArchive.find())).isInstanceOf(IOException.class)
                .hasMessageContaining("is a symbolic link");
    }

    @Test
    void unpacksDamagedProgramsAgain() throws Exception {
        var programs = temporary.resolve("postgresql");
        var program = PostgresBinaries.prepare(programs, PostgresArchive.find()).program("postgres");
        var content = Files.readAllBytes(program);
        var changed = content.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(program, changed);
        PostgresBinaries.prepare(programs, PostgresArchive.find());
        assertThat(Files.readAllBytes(program)).isEqualTo(content);
        var modified = Files.getLastModifiedTime(program);
        PostgresBinaries.prepare(programs, PostgresArchive.find());
        assertThat(Files.getLastModifiedTime(program)).isEqualTo(modified);

        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx-w----"));
        assertThatThrownBy(() -> PostgresBinaries.prepare(programs, PostgresArchive.find()))
                .hasMessageContaining("other users can write to");
    }

    @Test
    void rejectsServerThatDoesNotKnowThePassword() throws Exception {
        var file = ServerSocketFile.in(temporary);
        try (var impostor = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            impostor.bind(UnixDomainSocketAddress.of(file.path()));
            var served = CompletableFuture.runAsync(() -> {
                try (var socket = impostor.accept()) {
                    socket.read(ByteBuffer.allocate(1024));
                    // AuthenticationOk and ReadyForQuery.
                    socket.write(ByteBuffer.wrap(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 0, 'Z', 0, 0, 0, 5, 'I'}));
                    socket.read(ByteBuffer.allocate(1024));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThatThrownBy(() -> DriverManager.getConnection(file.jdbcUrl("parlance"), "parlance", "secret"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("not allowed by requireAuth");
            served.join();
        }
    }

    private static void assertPrivate(Path folder) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        try (var paths = Files.walk(folder)) {
            assertThat(paths.filter(it -> !Files.isSymbolicLink(it)).filter(it -> !it.endsWith("epg-lock"))
                    .filter(it -> !it.startsWith(folder.resolve("data")) || it.getNameCount() == folder.getNameCount() + 1))
                    .allSatisfy(it -> assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(it, LinkOption.NOFOLLOW_LINKS)))
                            .as(it.toString()).endsWith("------"));
        }
    }

    private static void assertNoPasswordInArguments(Path folder) throws IOException {
        var passwords = Pattern.compile("password=(\\w+)").matcher(Files.readString(folder.resolve("pg_service.conf"))).results()
                .map(it -> it.group(1)).toList();
        assertThat(passwords).hasSize(2).doesNotHaveDuplicates();
        assertThat(processesOf(folder)).isNotEmpty().allSatisfy(it ->
                assertThat(it.info().commandLine().orElse("")).doesNotContain(passwords));
    }

    private static ProcessHandle server(Path folder) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip())).orElseThrow();
    }

    private static List<ProcessHandle> processesOf(Path folder) throws IOException {
        var programs = folder.toRealPath().resolve("postgresql");
        return ProcessHandle.allProcesses().filter(it -> it.info().command().filter(path -> Path.of(path).startsWith(programs)).isPresent())
                .toList();
    }

    private static boolean isAvailable(EmbeddedDatabase database) {
        try {
            return query(database, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void migrate(EmbeddedDatabase database) {
        migrate(database.settings().get("quarkus.datasource.jdbc.url"), database.settings().get("quarkus.datasource.username"),
                database.settings().get("quarkus.datasource.password"));
    }

    private static void migrate(String url, String user, String password) {
        Flyway.configure().dataSource(url, user, password).load().migrate();
    }
}
