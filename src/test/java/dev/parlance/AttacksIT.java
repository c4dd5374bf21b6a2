package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the attacks in {@code src/bench/attacks} in their quick form, which does not measure times.
 *
 * <p>Needs {@code mvn -Ppython verify} with Python 3.11 on Linux.
 */
@Tag("python")
class AttacksIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_RUN_MINUTES = 30;

    @TempDir
    static Path folder;

    /** The findings by attack, in the order in which the attacks ran. */
    private static final Map<String, JsonNode> FINDINGS = new LinkedHashMap<>();

    private static String log;

    @BeforeAll
    static void attack() throws IOException, InterruptedException {
        var output = folder.resolve("results");
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder("python3", "src/bench/attacks/run.py", "--quick", "--json").redirectOutput(output.toFile())
                .redirectError(errors.toFile()).start();
        try {
            assertThat(process.waitFor(LONGEST_RUN_MINUTES, TimeUnit.MINUTES)).as("the attacks end by themselves").isTrue();
        } finally {
            // The script stops the processes it has started.
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
        log = Files.readString(errors);
        for (var line : Files.readAllLines(output)) {
            var result = JSON.readTree(line);
            FINDINGS.put(result.get("attack").asText(), result.get("findings"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-lock", "ambiguous-requests", "damaged-permissions", "database-killed", "derived-bundles",
        "equal-locales", "held-bodies", "idle-connections", "large-headers", "local-user", "log-flood", "partial-bodies", "pipelining",
        "search", "shutdown", "sign-in-flood", "silent-connections", "slow-headers", "slow-readers", "unbounded-answers"})
    void withstands(String attack) {
        assertThat(FINDINGS).as(log).containsKey(attack);
        assertThat(FINDINGS.get(attack)).isEmpty();
    }

    @Test
    void runsEveryAttack() {
        assertThat(FINDINGS).as(log).hasSize(20);
    }
}
