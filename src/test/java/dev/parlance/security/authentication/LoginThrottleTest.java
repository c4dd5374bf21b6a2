package dev.parlance.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginThrottleTest {
    private static final String ADDRESS = "192.0.2.1";

    private final SettableClock clock = new SettableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void throttlesAfterTenFailuresFromOneAddress() {
        failSignIns("anna", ADDRESS, 9);
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("anna", ADDRESS))).doesNotThrowAnyException();
        clock.advance(Duration.ofMinutes(5));
        failSignIns("anna", ADDRESS, 1);
        assertThat(catchProblem("anna", ADDRESS).type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
        // Counted from the first of the ten failures.
        assertThat(catchProblem("anna", ADDRESS).arguments()).containsEntry("seconds", Duration.ofMinutes(10).toSeconds());
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("anna", "192.0.2.2"))).doesNotThrowAnyException();
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("bela", ADDRESS))).doesNotThrowAnyException();
        clock.advance(Duration.ofMinutes(10).plusMillis(1));
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("anna", ADDRESS))).doesNotThrowAnyException();
    }

    @Test
    void throttlesNameAfterHundredFailuresFromAnyAddress() {
        for (int i = 0; i < 99; i++) {
            failSignIns("anna", "192." + i + ".2.1", 1);
        }
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("anna", "198.51.100.1"))).doesNotThrowAnyException();
        failSignIns("anna", "192.99.2.1", 1);
        assertThat(catchProblem("anna", "198.51.100.1").type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
    }

    @ParameterizedTest
    @CsvSource({"192.0.%d.1,192.0.200.1,192.1.0.1", "2001:db8:1:%d::1,2001:db8:1:200::1,2001:db8:2::1"})
    void throttlesWideNetworkBeforeItLocksOutAllOthers(String attacker, String neighbour, String other) {
        for (int i = 0; i < 200; i++) {
            var attempt = attempt("anna", String.format(attacker, i));
            if (catchThrowableOfType(ProblemException.class, () -> throttle.rejectIfThrottled(attempt)) == null) {
                throttle.recordFailure(attempt);
            }
        }
        assertThat(catchProblem("anna", neighbour).type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("anna", other))).doesNotThrowAnyException();
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("bela", neighbour))).doesNotThrowAnyException();
    }

    @Test
    void startsNewWindowAfterTheFirstHasPassed() {
        failSignIns("anna", ADDRESS, 9);
        clock.advance(Duration.ofMinutes(15));
        failSignIns("anna", ADDRESS, 9);
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("anna", ADDRESS))).doesNotThrowAnyException();
    }

    @Test
    void resetsAfterSuccess() {
        failSignIns("anna", ADDRESS, 10);
        throttle.reset(attempt("anna", ADDRESS));
        assertThatCode(() -> throttle.rejectIfThrottled(attempt("anna", ADDRESS))).doesNotThrowAnyException();
    }

    private void failSignIns(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.recordFailure(attempt(name, address));
        }
    }

    private static LoginAttempt attempt(String name, String address) {
        return new LoginAttempt(name, ClientNetwork.of(address), Optional.empty());
    }

    private ProblemException catchProblem(String name, String address) {
        return catchThrowableOfType(ProblemException.class, () -> throttle.rejectIfThrottled(attempt(name, address)));
    }
}
