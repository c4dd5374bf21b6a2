package dev.parlance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResourceLimitTest {

    @Test
    void isDocumentedWithItsReason() throws IOException {
        var rows = Arrays.stream(ResourceLimit.values())
                .map(it -> "| `" + it.id() + "` | " + it.rule() + " | " + it.unit().id() + " | " + it.reason() + " |").toList();

        assertThat(Files.readAllLines(Path.of("src/docs/limits.md"))).containsSequence(rows);
    }

    @Test
    void growsWithTheHeapUpToAMaximum() {
        long heap = Runtime.getRuntime().maxMemory();

        assertThat(ResourceLimit.BODY_BYTES.value()).isEqualTo(Math.min(32L * 1024 * 1024, heap / 32));
        assertThat(ResourceLimit.BODY_BYTES.rule()).isEqualTo("heap / 32, at most 33554432");
    }
}
