package dev.parlance.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.security.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final String KEY = "key-of-the-tests-only-0123456789-abcdef";
    private static final Instant MARK = Instant.parse("2025-12-31T23:59:59.999Z");

    private final SettableClock clock = new SettableClock();
    private final SessionTokens sessions = new SessionTokens(Optional.of(KEY), clock);

    @Test
    void aSessionHoldsForTwelveHoursAndNotLonger() {
        var text = sessions.issue("anna", MARK);
        clock.pass(Duration.ofHours(12).minusMillis(1));
        assertThat(sessions.read(text)).hasValueSatisfying(it -> {
            assertThat(it.account()).isEqualTo("anna");
            assertThat(it.mark()).isEqualTo(MARK);
        });
        clock.pass(Duration.ofMillis(1));
        assertThat(sessions.read(text)).isEmpty();
    }

    @Test
    void whoHasTheKeyKnowsItAndNobodyElse() {
        var text = sessions.issue("anna", MARK);
        assertThat(new SessionTokens(Optional.of(KEY), clock).read(text)).isPresent();
        assertThat(new SessionTokens(Optional.of(KEY + "x"), clock).read(text)).isEmpty();
        assertThat(new SessionTokens(Optional.empty(), clock).read(text)).isEmpty();
        assertThatThrownBy(() -> new SessionTokens(Optional.of("short"), clock)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noLetterOfItCanBeChanged() {
        var text = sessions.issue("anna", MARK);
        for (int i = 0; i < text.length(); i++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(i, text.charAt(i) == '1' ? '2' : '1');
            assertThat(sessions.read(changed.toString())).as("letter " + i).isEmpty();
        }
        assertThat(sessions.read("")).isEmpty();
        assertThat(sessions.read(text + "0")).isEmpty();
    }
}
