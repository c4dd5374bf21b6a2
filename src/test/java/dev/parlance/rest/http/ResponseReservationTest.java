package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseReservationTest {
    private final ResponseReservation reservation = new ResponseReservation();
    private final List<String> released = new ArrayList<>();

    @Test
    void releasesEverythingEvenIfOneReleaseFails() {
        reservation.add(() -> released.add("first"));
        reservation.add(() -> fail("second"));
        reservation.add(() -> fail("third"));
        reservation.add(() -> released.add("fourth"), 10);
        assertThatThrownBy(reservation::end).hasMessage("second")
                .satisfies(it -> assertThat(it.getSuppressed()).singleElement().matches(other -> other.getMessage().equals("third")));
        assertThat(released).containsExactly("first", "fourth");
        reservation.end();
        assertThat(released).hasSize(2);
    }

    @Test
    void releasesAtOnceAfterTheEnd() {
        reservation.end();
        reservation.add(() -> released.add("late"), 10);
        assertThat(released).containsExactly("late");
        assertThat(reservation.bytes()).isEqualTo(10);
    }

    private static void fail(String message) {
        throw new IllegalStateException(message);
    }
}
