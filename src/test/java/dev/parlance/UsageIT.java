package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that two replicas add up their counts, and that a clean stop loses none. */
class UsageIT {
    private static final String MESSAGE_PATH = "/v1/catalogs/exchange/messages/-1015?locale=ja&arg=5&arg=10s";
    private static final int FIRST_READS = 200;

    @TempDir
    Path folder;

    @Test
    void storesEveryCountUntilTheLastRequest() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres")).setLocaleConfig("locale", "C").start()) {
            var environment = Map.of("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"));
            try (var first = startReplica(environment); var second = startReplica(environment)) {
                for (var replica : List.of(first, second)) {
                    replica.awaitReady();
                    replica.awaitLog("Catalog exchange:");
                }
                int received = readFirst(first) + readFirst(second);
                var reading = List.of(readUntilGone(first), readUntilGone(second));
                first.terminate();
                second.terminate();
                for (var it : reading) {
                    received += it.get();
                }
                first.awaitExit();
                second.awaitExit();
                assertThat(received).isGreaterThan(2 * FIRST_READS);
                assertThat(storedRenders(postgres)).isEqualTo(received);
                assertThat(first.log()).doesNotContain("counts of usage are lost");
            }
        }
    }

    private ServiceProcess startReplica(Map<String, String> environment) throws IOException {
        return ServiceProcess.start(Files.createTempDirectory(folder, "replica"), environment);
    }

    private static int readFirst(ServiceProcess replica) {
        for (int i = 0; i < FIRST_READS; i++) {
            assertThat(replica.get(MESSAGE_PATH).statusCode()).isEqualTo(200);
        }
        return FIRST_READS;
    }

    /** Returns the number of responses until the replica accepts no more connections. */
    private static CompletableFuture<Integer> readUntilGone(ServiceProcess replica) {
        return CompletableFuture.supplyAsync(() -> {
            int received = 0;
            while (true) {
                try {
                    received += replica.get(MESSAGE_PATH).statusCode() == 200 ? 1 : 0;
                } catch (UncheckedIOException e) {
                    return received;
                }
            }
        });
    }

    private static long storedRenders(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var row = connection.createStatement().executeQuery(
                        "select sum(count) from usage_count where kind = 'render' and name = '-1015' and locale = 'ja'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
