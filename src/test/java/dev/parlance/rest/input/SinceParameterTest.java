package dev.parlance.rest.input;

import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.problems.ProblemType;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinceParameterTest {
    @Test
    void acceptsRevisionsAndTimes() {
        assertThat(SinceParameter.parse(null)).isEqualTo(new SinceParameter(0, Optional.empty()));
        assertThat(SinceParameter.parse("0")).isEqualTo(new SinceParameter(0, Optional.empty()));
        assertThat(SinceParameter.parse("999999999")).isEqualTo(new SinceParameter(999_999_999, Optional.empty()));
        assertThat(SinceParameter.parse("2026-03-01T09:00:00+01:00"))
                .isEqualTo(new SinceParameter(0, Optional.of(Instant.parse("2026-03-01T08:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "1000000000", "yesterday", "2026-03-01", "2026-03-01T09:00:00", "2026-02-30T09:00:00Z",
        "+999999999-01-01T00:00:00Z"})
    void rejectsOtherValues(String value) {
        assertThat(problemOf(() -> SinceParameter.parse(value)).type()).isEqualTo(ProblemType.INVALID_PARAMETER);
    }
}
