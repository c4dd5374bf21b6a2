package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.filesystem.AtomicFile;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests the service without any configuration, as the first command of the README starts it. */
class EmbeddedDatabaseIT {
    private static final String MESSAGE_PATH = "/v1/catalogs/exchange/messages/-1015?locale=ja&arg=5&arg=10s";

    @TempDir
    Path folder;

    @Test
    void keepsDataAfterStopAndKill() throws Exception {
        try (var service = ServiceProcess.start(folder, Map.of()).awaitReady()) {
            assertThat(service.get(MESSAGE_PATH, "Accept", "text/plain").body()).contains("10s", "5", "新規注文");
            service.awaitLog("Catalog exchange: 164 messages and 2132 texts imported, first release cut");
            execute("update message_text set message = 'Changed by hand' where catalog = 'exchange' and key = '0000' and locale = 'en'");
        }
        assertThat(folder.resolve(".parlance/data/postmaster.pid")).doesNotExist();

        var killed = ServiceProcess.start(folder, Map.of()).awaitReady();
        killed.awaitLog("Catalog exchange: 0 messages and 0 texts imported");
        assertThat(killed.log()).doesNotContain("first release cut");
        killed.kill();
        assertThat(folder.resolve(".parlance/data/postmaster.pid")).exists();

        try (var service = ServiceProcess.start(folder, Map.of()).awaitReady()) {
            assertThat(service.log()).contains("orphaned PostgreSQL process");
            assertThat(service.get(MESSAGE_PATH).statusCode()).isEqualTo(200);
            assertThat(queryString("select message from message_text where catalog = 'exchange' and key = '0000' and locale = 'en'"))
                    .isEqualTo("Changed by hand");
        }
    }

    @Test
    void runsWithDurableSettings() throws Exception {
        try (var service = ServiceProcess.start(folder, Map.of()).awaitReady()) {
            assertThat(service.managementStatus("/q/health/live")).isEqualTo("200");
            assertThat(queryString("show fsync") + queryString("show synchronous_commit") + queryString("show full_page_writes"))
                    .isEqualTo("ononon");
            assertThat(queryString("show server_version")).startsWith("18.");
        }
    }

    @Test
    void rejectsLockedFolder() throws Exception {
        try (var first = ServiceProcess.start(folder, Map.of()).awaitReady();
             var second = ServiceProcess.start(folder, Map.of())) {
            assertThat(second.awaitExit()).isNotZero();
            assertThat(second.log()).contains("another Parlance process uses the folder");
            assertThat(first.get(MESSAGE_PATH).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void servesWhilePostgresRestarts() throws Exception {
        try (var service = ServiceProcess.start(folder, Map.of()).awaitReady()) {
            service.awaitLog("Catalog exchange: ");
            killPostgres();
            var failed = new AtomicInteger();
            ServiceProcess.await("recovery", Duration.ofSeconds(10), () -> {
                if (service.get(MESSAGE_PATH).statusCode() != 200) {
                    failed.incrementAndGet();
                }
                return service.managementStatus("/q/health/group/write").equals("200");
            });
            assertThat(failed).hasValue(0);
            assertThat(queryString("select count(*) > 0 from message")).isEqualTo("t");
            service.awaitLog("The embedded PostgreSQL is running again");
            assertThat(service.log().split("has stopped unexpectedly", -1)).hasSize(2);

            killPostgres();
        }
        var programs = folder.toRealPath().resolve(".parlance/postgresql");
        assertThat(ProcessHandle.allProcesses().map(it -> it.info().command().orElse("")).filter(it -> it.startsWith(programs.toString())))
                .as("after a stop during the restart").isEmpty();
    }

    /** In the shared temporary folder, other users could replace files with predictable names before they are loaded. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsFilesOfLibrariesPrivate() throws Exception {
        var shared = Files.createDirectory(folder.resolve("shared"));
        try (var service = ServiceProcess.start(folder, Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + shared)).awaitReady()) {
            assertThat(service.get("/v1/catalogs/exchange/bundles/ja", "Accept-Encoding", "br").headers().firstValue("Content-Encoding"))
                    .contains("br");
            assertThat(AtomicFile.list(shared)).isEmpty();
            assertThat(Files.readAllLines(Path.of("/proc/" + service.pid() + "/maps"))).as("native code")
                    .filteredOn(it -> it.matches(".*(brotli|zstd|netty)\\S*\\.so.*")).isNotEmpty()
                    .allMatch(it -> it.contains(folder + "/.parlance/temporary/"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".parlance/temporary"))))
                    .isEqualTo("rwx------");
        }
    }

    private void killPostgres() throws IOException {
        var pid = Files.readAllLines(folder.resolve(".parlance/data/postmaster.pid")).get(0).strip();
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    /** Linux routes all of 127.0.0.0/8 to the machine itself, so a server on every address would answer. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void managementPortListensOnLoopbackOnly() throws Exception {
        try (var service = ServiceProcess.start(folder, Map.of()).awaitReady(); var socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress("127.0.0.2", service.managementPort()), 1000))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private void execute(String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String queryString(String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement();
             var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String url() throws IOException {
        var content = Files.readString(folder.resolve(".parlance/pg_service.conf"));
        var section = Pattern.compile("\\[parlance\\]\\s+host=(\\S+)\\s+port=(\\d+)\\s+dbname=(\\S+)\\s+user=(\\S+)\\s+password=(\\S+)")
                .matcher(content);
        assertThat(section.find()).isTrue();
        return "jdbc:postgresql://localhost/" + section.group(3)
                + "?socketFactory=dev.parlance.embedded.UnixSocketFactory&socketFactoryArg="
                + section.group(1) + "/.s.PGSQL." + section.group(2) + "&user=" + section.group(4) + "&password=" + section.group(5);
    }
}
