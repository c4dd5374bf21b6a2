package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        var port = Files.readAllLines(folder.resolve(".parlance/data/postmaster.pid")).get(3).strip();
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }
}
