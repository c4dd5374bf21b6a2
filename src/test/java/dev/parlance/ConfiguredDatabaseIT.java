package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.filesystem.AtomicFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the service with a configured PostgreSQL, also when it is shared or unavailable. */
class ConfiguredDatabaseIT {
    private static final String MESSAGE_PATH = "/v1/catalogs/exchange/messages/-1015?locale=ru&arg=3&arg=10s";
    private static final String BUNDLE_PATH = "/v1/catalogs/exchange/bundles/ja";

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;
    private int port;

    @BeforeEach
    void startPostgres() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        postgres = startEmbeddedPostgres();
    }

    @AfterEach
    void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void servesWhileDatabaseIsDown() throws Exception {
        try (var service = ServiceProcess.start(folder, environment()).awaitReady()) {
            assertThat(folder.resolve(".parlance/data")).doesNotExist();
            assertThat(service.managementStatus("/q/health/group/write")).isEqualTo("200");
            killPostgres();
            var failed = new AtomicInteger();
            for (int i = 0; i < 500; i++) {
                boolean rendered = service.get(MESSAGE_PATH, "Accept", "text/plain").body().contains("3 ордера за 10s");
                if (!rendered || service.get(BUNDLE_PATH).statusCode() != 200) {
                    failed.incrementAndGet();
                }
            }
            assertThat(failed).hasValue(0);
            assertThat(service.managementStatus("/q/health/ready")).isEqualTo("200");
            assertThat(service.managementStatus("/q/health/live")).isEqualTo("200");
            assertThat(service.managementStatus("/q/health/group/write")).isEqualTo("503");
            postgres = startEmbeddedPostgres();
            ServiceProcess.await("recovery", Duration.ofSeconds(30), () -> service.managementStatus("/q/health/group/write").equals("200"));
            assertThat(service.get(MESSAGE_PATH).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void deletesFilesOfLibrariesAtTheEnd() throws Exception {
        var shared = Files.createDirectory(folder.resolve("shared"));
        var environment = new HashMap<>(environment());
        environment.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + shared);
        try (var service = ServiceProcess.start(folder, environment).awaitReady()) {
            assertThat(service.get(BUNDLE_PATH, "Accept-Encoding", "br").statusCode()).isEqualTo(200);
            assertThat(AtomicFile.list(shared)).singleElement().satisfies(it ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it))).isEqualTo("rwx------"));
        }
        assertThat(AtomicFile.list(shared)).isEmpty();
    }

    @Test
    void becomesReadyWhenDatabaseAppears() throws Exception {
        killPostgres();
        try (var service = ServiceProcess.start(folder, environment())) {
            ServiceProcess.await("liveness", Duration.ofSeconds(60), () -> service.managementStatus("/q/health/live").equals("200"));
            assertThat(service.managementStatus("/q/health/ready")).isEqualTo("503");
            var response = service.get(MESSAGE_PATH, "Accept-Language", "de");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("5");
            // The parameter of the path takes precedence.
            assertThat(response.body()).contains("/codes/parlance/not-ready", "\"locale\":\"ru\"");
            postgres = startEmbeddedPostgres();
            service.awaitReady();
            assertThat(service.get(MESSAGE_PATH).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void initializesOnceWithConcurrentServices() throws Exception {
        try (var first = ServiceProcess.start(folder, environment()); var second = ServiceProcess.start(folder, environment())) {
            first.awaitReady();
            second.awaitReady();
            assertThat(first.get(BUNDLE_PATH).headers().firstValue("ETag")).isEqualTo(second.get(BUNDLE_PATH).headers().firstValue("ETag"));
        }
        assertThat(queryNumber("select count(*) from message where catalog = 'exchange'")).isEqualTo(164);
        assertThat(queryNumber("select count(*) from message_text where catalog = 'exchange'")).isEqualTo(164 * 13);
        assertThat(queryNumber("select count(*) from release")).isEqualTo(queryNumber("select count(*) from catalog")).isEqualTo(3);
        execute("update message_text set message = 'Changed by hand' where key = '0000' and locale = 'en'");

        var before = rowVersions();
        try (var restarted = ServiceProcess.start(folder, environment()).awaitReady()) {
            restarted.awaitLog("Catalog exchange: 0 messages and 0 texts imported");
            assertThat(restarted.get(MESSAGE_PATH).statusCode()).isEqualTo(200);
        }
        assertThat(rowVersions()).isEqualTo(before);
        assertThat(queryNumber("select count(*) from message_text where message = 'Changed by hand'")).isEqualTo(1);
    }

    /** Returns a checksum of all row versions for each table; any write changes it. */
    private Map<String, Long> rowVersions() throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : new String[] {"catalog", "catalog_locale", "message", "message_text", "release", "release_bundle", "blob",
                "channel"}) {
            rows.put(table, queryNumber("select coalesce(sum(hashtextextended(ctid::text || xmin::text, 0) / 1000000), 0)::bigint from "
                    + table));
        }
        return rows;
    }

    private Map<String, String> environment() {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", url());
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** Commits synchronously, as servers do by default: a commit just before a kill must not be lost. */
    private EmbeddedPostgres startEmbeddedPostgres() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("synchronous_commit",
                "on").setPort(port).setDataDirectory(folder.resolve("postgres")).setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C").start();
    }

    private void killPostgres() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0).strip());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        var children = postmaster.children().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        ServiceProcess.await("death", Duration.ofSeconds(10), () -> children.stream().noneMatch(ProcessHandle::isAlive));
        postgres.close(); // releases its lock on the folder
    }

    private long queryNumber(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement();
             var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
