package dev.parlance.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.security.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private static final String KEY = "key-of-the-tests-only-0123456789-abcdef";
    private static final Instant SESSIONS_FROM = Instant.parse("2025-12-31T23:59:59.999Z");

    private final SettableClock clock = new SettableClock();
    private final SessionTokens sessions = new SessionTokens(Optional.of(KEY), clock);

    @Test
    void expiresAfterTwelveHours() {
        var text = sessions.issue("anna", SESSIONS_FROM);
        clock.advance(Duration.ofHours(12).minusMillis(1));
        assertThat(sessions.verify(text)).hasValueSatisfying(it -> {
            assertThat(it.account()).isEqualTo("anna");
            assertThat(it.sessionsFrom()).isEqualTo(SESSIONS_FROM);
        });
        clock.advance(Duration.ofMillis(1));
        assertThat(sessions.verify(text)).isEmpty();
    }

    @Test
    void acceptsOnlySessionsSignedWithTheKey() {
        var text = sessions.issue("anna", SESSIONS_FROM);
        assertThat(new SessionTokens(Optional.of(KEY), clock).verify(text)).isPresent();
        assertThat(new SessionTokens(Optional.of(KEY + "x"), clock).verify(text)).isEmpty();
        assertThat(new SessionTokens(Optional.empty(), clock).verify(text)).isEmpty();
        assertThatThrownBy(() -> new SessionTokens(Optional.of("short"), clock)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rejectsModifiedTokens() {
        var text = sessions.issue("anna", SESSIONS_FROM);
        for (int i = 0; i < text.length(); i++) {
            var changed = new StringBuilder(text);
            changed.setCharAt(i, text.charAt(i) == '1' ? '2' : '1');
            assertThat(sessions.verify(changed.toString())).as("letter " + i).isEmpty();
        }
        assertThat(sessions.verify("")).isEmpty();
        assertThat(sessions.verify(text + "0")).isEmpty();
    }
}
