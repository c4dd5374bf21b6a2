package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFieldsTest {

    @Test
    void acceptsFirstAndLastYear() {
        assertThat(DateFields.parseDate("/sunset", "0001-01-01")).isEqualTo(LocalDate.of(1, 1, 1));
        assertThat(DateFields.parseDate("/sunset", "9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(DateFields.parseTime("/expiresAt", "0001-01-01T00:00:00Z")).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(DateFields.parseTime("/expiresAt", "9999-12-31T23:59:59Z")).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z",
        "9999-12-31T23:59:59-18:00", "0001-01-01T00:00:00+18:00"})
    void rejectsTimesOutOfRange(String text) {
        assertThatThrownBy(() -> DateFields.parseTime("/expiresAt", text)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.OUT_OF_RANGE);
            assertThat(problem.arguments()).isEqualTo(
                    Map.of("pointer", "/expiresAt", "min", "0001-01-01T00:00:00Z", "max", "9999-12-31T23:59:59Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "+10000-01-01", "0000-12-31"})
    void rejectsDatesOutOfRange(String text) {
        assertThatThrownBy(() -> DateFields.parseDate("/sunset", text)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.OUT_OF_RANGE);
            assertThat(problem.arguments()).isEqualTo(Map.of("pointer", "/sunset", "min", "0001-01-01", "max", "9999-12-31"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2030-02-30", "2030-01-01T00:00:00", "+1000000000-01-01", "tomorrow"})
    void rejectsInvalidTexts(String text) {
        assertThatThrownBy(() -> DateFields.parseDate("/sunset", text)).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_FIELD));
        assertThatThrownBy(() -> DateFields.parseTime("/expiresAt", text)).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_FIELD));
    }
}
