package dev.parlance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.Check;
import dev.parlance.checks.Members;
import org.junit.jupiter.api.Test;

class WiredChecksTest {

    @Test
    void everyCheckThatIsTestedIsWiredInThatOrder() {
        assertThat(new WiredChecks().checks().members()).extracting(Check::name)
                .containsExactlyElementsOf(Members.ALL.stream().map(Check::name).toList());
    }
}
