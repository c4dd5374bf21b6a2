package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.AllChecks;
import dev.parlance.checks.Check;
import org.junit.jupiter.api.Test;

class CheckWiringTest {

    @Test
    void wiresAllChecksInOrder() {
        assertThat(new CheckWiring().checks().all()).extracting(Check::name)
                .containsExactlyElementsOf(AllChecks.ALL.stream().map(Check::name).toList());
    }
}
