package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarts two replicas behind nginx, one after the other, while clients read. Needs {@code mvn -Pnginx verify}. */
@Tag("nginx")
class RollingRestartIT {
    private static final int READERS = 10;
    /** At most 500 reads a second. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    @TempDir
    Path folder;

    @Test
    void losesNoRead() throws Exception {
        try (var postgres = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres"))
                .setLocaleConfig("locale", "C").start()) {
            var environment = Map.of("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"));
            var replicas = new ServiceProcess[] {startReplica(environment), startReplica(environment)};
            try {
                restartUnderLoad(replicas);
            } finally {
                for (var replica : replicas) {
                    replica.close();
                }
            }
        }
    }

    private void restartUnderLoad(ServiceProcess... replicas) throws Exception {
        for (var replica : replicas) {
            replica.awaitReady();
        }
        var nginxFolder = Files.createDirectory(folder.resolve("nginx"));
        try (var nginx = NginxProcess.start(nginxFolder, replicas); var load = ReadLoad.start(nginx.port(), READERS, PAUSE)) {
            for (int i = 0; i < replicas.length; i++) {
                int before = load.successes();
                replicas[i].terminate();
                replicas[i].awaitExit();
                replicas[i] = replicas[i].restart().awaitReady();
                assertThat(load.failures()).as("while replica " + i + " restarts").isEmpty();
                assertThat(load.successes()).isGreaterThan(before + 100);
            }
            load.close();
            assertThat(load.failures()).isEmpty();
        }
    }

    private ServiceProcess startReplica(Map<String, String> environment) throws IOException {
        return ServiceProcess.start(Files.createTempDirectory(folder, "replica"), environment);
    }
}
