package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a PostgreSQL that is configured, is shared, and goes away. */
class ConfiguredDatabaseIT {
    private static final String ORDERS = "/v1/catalogs/exchange/messages/-1015?locale=ru&arg=3&arg=10s";
    private static final String BUNDLE = "/v1/catalogs/exchange/bundles/ja";

    @TempDir
    Path folder;

    private EmbeddedPostgres postgres;
    private int port;

    @BeforeEach
    void startPostgres() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        postgres = start();
    }

    @AfterEach
    void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void readsGoOnWhileTheDatabaseIsGoneAndItIsFoundAgain() throws Exception {
        try (var service = ServiceProcess.start(folder, environment()).awaitReady()) {
            assertThat(folder.resolve(".parlance/data")).doesNotExist();
            assertThat(service.management("/q/health/group/write")).isEqualTo("200");
            killPostgres();
            var failed = new AtomicInteger();
            for (int i = 0; i < 500; i++) {
                boolean rendered = service.get(ORDERS, "Accept", "text/plain").body().contains("3 ордера за 10s");
                if (!rendered || service.get(BUNDLE).statusCode() != 200) {
                    failed.incrementAndGet();
                }
            }
            assertThat(failed).hasValue(0);
            assertThat(service.management("/q/health/ready")).isEqualTo("200");
            assertThat(service.management("/q/health/live")).isEqualTo("200");
            assertThat(service.management("/q/health/group/write")).isEqualTo("503");
            postgres = start();
            ServiceProcess.await("recovery", Duration.ofSeconds(30), () -> service.management("/q/health/group/write").equals("200"));
            assertThat(service.get(ORDERS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aServiceThatStartsBeforeItsDatabaseComesUpWithIt() throws Exception {
        killPostgres();
        try (var service = ServiceProcess.start(folder, environment())) {
            ServiceProcess.await("liveness", Duration.ofSeconds(60), () -> service.management("/q/health/live").equals("200"));
            assertThat(service.management("/q/health/ready")).isEqualTo("503");
            var answer = service.get(ORDERS, "Accept-Language", "de");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.body()).contains("/codes/parlance/not-ready", "\"locale\":\"de\"");
            postgres = start();
            service.awaitReady();
            assertThat(service.get(ORDERS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void twoServicesOnAnEmptyDatabaseBothComeUpAndALaterStartWritesNothing() throws Exception {
        try (var one = ServiceProcess.start(folder, environment()); var two = ServiceProcess.start(folder, environment())) {
            one.awaitReady();
            two.awaitReady();
            assertThat(one.get(BUNDLE).headers().firstValue("ETag")).isEqualTo(two.get(BUNDLE).headers().firstValue("ETag"));
        }
        assertThat(number("select count(*) from message where catalog = 'exchange'")).isEqualTo(164);
        assertThat(number("select count(*) from message_text where catalog = 'exchange'")).isEqualTo(164 * 13);
        assertThat(number("select count(*) from release")).isEqualTo(2);
        execute("update message_text set message = 'Changed by hand' where key = '0000' and locale = 'en'");

        var before = rows();
        try (var again = ServiceProcess.start(folder, environment()).awaitReady()) {
            again.awaitLog("Catalog exchange: 0 messages and 0 texts brought in");
            assertThat(again.get(ORDERS).statusCode()).isEqualTo(200);
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(number("select count(*) from message_text where message = 'Changed by hand'")).isEqualTo(1);
    }

    /** Every row version of every table: a write of any kind changes it. */
    private Map<String, Long> rows() throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : new String[] {"catalog", "catalog_locale", "message", "message_text", "release", "release_bundle", "blob", "channel"}) {
            rows.put(table, number("select coalesce(sum(hashtextextended(ctid::text || xmin::text, 0) / 1000000), 0)::bigint from " + table));
        }
        return rows;
    }

    private Map<String, String> environment() {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", url());
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(folder.resolve("postgres")).setCleanDataDirectory(false)
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
        postgres.close(); // gives its lock on the folder back
    }

    private long number(String sql) throws SQLException {
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
