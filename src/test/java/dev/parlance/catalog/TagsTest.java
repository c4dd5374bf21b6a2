package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    @Test
    void sortsAndDeduplicatesNames() {
        assertThat(Tags.of(List.of("rate-limit", "order", "2", "order")).names()).containsExactly("2", "order", "rate-limit");
        assertThat(Tags.of(List.of())).isSameAs(Tags.NONE);
        assertThat(Tags.of(List.of("a".repeat(64))).contains("a".repeat(64))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Order", "ordér", "-a", "a-", "a_b", "a.b", "a\n", "\u0661"})
    void rejectsInvalidName(String name) {
        assertThatThrownBy(() -> Tags.of(List.of("good", name))).isInstanceOfSatisfying(ProblemException.class,
                it -> assertThat(it.type()).isEqualTo(ProblemType.INVALID_NAME));
    }

    @Test
    void limitsLengthAndNumber() {
        assertThat(Tags.isValid("a".repeat(65))).isFalse();
        var twenty = IntStream.range(0, 20).mapToObj(it -> "t" + it).toList();
        assertThat(Tags.of(twenty).names()).hasSize(20);
        assertThatThrownBy(() ->
                Tags.of(IntStream.range(0, 21).mapToObj(it -> "t" + it).toList())).isInstanceOfSatisfying(ProblemException.class,
                it -> assertThat(it.type()).isEqualTo(ProblemType.TOO_MANY_ITEMS));
    }
}
