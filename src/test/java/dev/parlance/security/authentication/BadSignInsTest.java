package dev.parlance.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BadSignInsTest {
    private static final String HERE = "192.0.2.1";

    private final SettableClock clock = new SettableClock();
    private final LoginThrottle bad = new LoginThrottle(clock);

    @Test
    void afterTenFromOneAddressOneWaitsAQuarterOfAnHour() {
        guess("anna", HERE, 9);
        assertThatCode(() -> bad.requireAllowed("anna", HERE)).doesNotThrowAnyException();
        clock.pass(Duration.ofMinutes(5));
        guess("anna", HERE, 1);
        assertThat(refusal("anna", HERE).type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
        // From the first of the ten on.
        assertThat(refusal("anna", HERE).arguments()).containsEntry("seconds", Duration.ofMinutes(10).toSeconds() + 1);
        assertThatCode(() -> bad.requireAllowed("anna", "192.0.2.2")).doesNotThrowAnyException();
        assertThatCode(() -> bad.requireAllowed("bela", HERE)).doesNotThrowAnyException();
        clock.pass(Duration.ofMinutes(10).plusMillis(1));
        assertThatCode(() -> bad.requireAllowed("anna", HERE)).doesNotThrowAnyException();
    }

    @Test
    void afterAHundredFromAnywhereEverybodyWaits() {
        for (int i = 0; i < 99; i++) {
            guess("anna", "192.0.2." + i, 1);
        }
        assertThatCode(() -> bad.requireAllowed("anna", "198.51.100.1")).doesNotThrowAnyException();
        guess("anna", "192.0.2.99", 1);
        assertThat(refusal("anna", "198.51.100.1").type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
    }

    @Test
    void whoKnowsThePasswordIsForgiven() {
        guess("anna", HERE, 10);
        bad.reset("anna", HERE);
        assertThatCode(() -> bad.requireAllowed("anna", HERE)).doesNotThrowAnyException();
    }

    private void guess(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            bad.recordFailure(name, address);
        }
    }

    private ProblemException refusal(String name, String address) {
        return catchThrowableOfType(ProblemException.class, () -> bad.requireAllowed(name, address));
    }
}
