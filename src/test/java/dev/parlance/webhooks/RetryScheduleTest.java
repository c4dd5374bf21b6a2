package dev.parlance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    @ParameterizedTest
    @CsvSource({"1,PT5S", "2,PT5M", "3,PT30M", "4,PT2H", "5,PT5H", "6,PT10H", "7,PT10H"})
    void waitsLongerAfterEachAttempt(int attempts, Duration pause) {
        assertThat(RetrySchedule.pauseAfter(attempts, 0)).contains(pause);
        assertThat(RetrySchedule.pauseAfter(attempts, 1)).contains(pause.plus(pause.dividedBy(5)));
    }

    @Test
    void endsAfterEightAttempts() {
        assertThat(RetrySchedule.pauseAfter(8, 0)).isEmpty();
    }

    @Test
    void takesAboutADay() {
        var total = IntStream.rangeClosed(1, 7).mapToObj(it -> RetrySchedule.pauseAfter(it, 0).orElseThrow()).reduce(Duration.ZERO, Duration::plus);
        assertThat(total).isBetween(Duration.ofHours(24), Duration.ofHours(30));
    }
}
