package dev.parlance.security.authentication;

import static dev.parlance.catalog.Problems.problemOf;
import static dev.parlance.security.memorystore.AccessInMemory.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessSnapshot.AccountEntry;
import dev.parlance.security.ChangeAccess;
import dev.parlance.security.memorystore.AccessInMemory;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordLoginTest {
    private static final String ADDRESS = "192.0.2.1";
    /** The hash of {@link AccessInMemory#PASSWORD} at cost 4. */
    private static final String HASH = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());

    private final AccessInMemory access = new AccessInMemory();
    private final SessionTokens sessions = new SessionTokens(Optional.empty(), access.clock);
    private final PasswordLogin login = new PasswordLogin(access.registry,
            new ChangeAccess(access.records, access.rows.ports.catalogs(), access.rows.ports.transactions(), access.registry, access.clock),
            access.passwords, sessions, access.clock);

    @BeforeEach
    void addAccounts() {
        access.records.accounts.put("anna", new AccountEntry(Optional.of(HASH), false, false, access.clock.instant()));
        access.records.accounts.put("disabled", new AccountEntry(Optional.of(HASH), false, true, access.clock.instant()));
        access.records.accounts.put("restored", new AccountEntry(Optional.empty(), false, false, access.clock.instant()));
        access.registry.refresh();
    }

    @Test
    void startsSessionWithPassword() {
        var session = sessions.verify(login.startSession("anna", PASSWORD, ADDRESS)).orElseThrow();
        assertThat(session.account()).isEqualTo("anna");
        assertThat(session.sessionsFrom()).isEqualTo(access.clock.instant());
        assertThatCode(() -> login.verifyPassword("anna", PASSWORD, ADDRESS)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"anna,wrong horse battery", "anna,''", "unknown,correct horse battery", "disabled,correct horse battery",
            "restored,correct horse battery", "'',correct horse battery", "花子,correct horse battery"})
    void rejectsAllFailuresAlike(String name, String password) {
        assertThat(problemOf(() -> login.startSession(name, password, ADDRESS)).getMessage()).isEqualTo("sign-in-failed {}");
        assertThat(problemOf(() -> login.verifyPassword(name, password, ADDRESS)).getMessage()).isEqualTo("sign-in-failed {}");
    }

    @Test
    void throttlesEvenTheRightPasswordAfterTenFailures() {
        failSignIns(10);
        assertThat(problemOf(() -> login.startSession("anna", PASSWORD, ADDRESS)).type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
        assertThatCode(() -> login.startSession("anna", PASSWORD, "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void forgetsFailuresAfterSuccess() {
        failSignIns(9);
        login.startSession("anna", PASSWORD, ADDRESS);
        failSignIns(9);
        assertThatCode(() -> login.startSession("anna", PASSWORD, ADDRESS)).doesNotThrowAnyException();
    }

    @Test
    void endsSessions() {
        var token = login.startSession("anna", PASSWORD, ADDRESS);
        login.endSession(token);
        assertThat(access.registry.snapshot().endedSessions()).containsExactly(sessions.verify(token).orElseThrow().id());
        login.endSession("not a token");
        assertThat(access.records.endedSessions).hasSize(1);
    }

    private void failSignIns(int times) {
        for (int i = 0; i < times; i++) {
            problemOf(() -> login.startSession("anna", "wrong horse battery", ADDRESS));
        }
    }
}
