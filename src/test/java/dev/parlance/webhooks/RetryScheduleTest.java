package dev.parlance.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    @ParameterizedTest
    @CsvSource({"1,PT5S", "2,PT5M", "3,PT30M", "4,PT2H", "5,PT5H", "6,PT10H", "7,PT10H"})
    void waitsLongerAfterEachAttempt(int attempts, Duration pause) {
        assertThat(RetrySchedule.pauseAfter(attempts, Duration.ZERO, 0)).contains(pause);
        assertThat(RetrySchedule.pauseAfter(attempts, Duration.ZERO, 1)).contains(pause.plus(pause.dividedBy(5)));
    }

    @Test
    void endsAfterEightAttempts() {
        assertThat(RetrySchedule.pauseAfter(8, Duration.ofDays(1), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,PT1M,PT1M", "2,PT1M,PT5M", "7,PT24H,PT24H"})
    void waitsAsLongAsReceiverAsks(int attempts, Duration requested, Duration pause) {
        assertThat(RetrySchedule.pauseAfter(attempts, requested, 0)).contains(pause);
        assertThat(RetrySchedule.pauseAfter(attempts, requested, 1).orElseThrow()).isGreaterThan(pause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|PT0S", "120|PT2M", "999999999|PT24H", "Sat, 14 Mar 2026 12:00:30 GMT|PT30S",
            "Sat, 14 Mar 2026 11:00:00 GMT|PT0S", "Mon, 14 Mar 2033 12:00:00 GMT|PT24H", "soon|PT0S", "-1|PT0S", "1.5|PT0S", "''|PT0S",
            "99999999999|PT24H", "9999999999999999999|PT0S"})
    void readsSecondsAndDates(String header, Duration pause) {
        assertThat(RetryAfter.pause(header, Instant.parse("2026-03-14T12:00:00Z"))).isEqualTo(pause);
    }

    @Test
    void takesAboutADay() {
        var total = IntStream.rangeClosed(1, 7).mapToObj(it -> RetrySchedule.pauseAfter(it, Duration.ZERO, 0).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(total).isBetween(Duration.ofHours(24), Duration.ofHours(30));
    }
}
