package dev.parlance.security.authentication;

import static dev.parlance.catalog.Problems.problemOf;
import static dev.parlance.security.memorystore.AccessInMemory.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessSnapshot.AccountEntry;
import dev.parlance.security.ChangeAccess;
import dev.parlance.security.authentication.PasswordLogin.LoginClient;
import dev.parlance.security.VisibilityRecorder;
import dev.parlance.security.memorystore.AccessInMemory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordLoginTest {
    private static final LoginClient NEW_CLIENT = client("192.0.2.1");
    /** The hash of {@link AccessInMemory#PASSWORD} at cost 4. */
    private static final String HASH = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());

    private final AccessInMemory access = new AccessInMemory();
    private final ResourceUsage usage = new ResourceUsage();
    private final SessionTokens sessions = new SessionTokens(Optional.empty(), access.clock);
    private final PasswordLogin login = new PasswordLogin(access.registry,
            new ChangeAccess(access.records, access.rows.ports.catalogs(), access.rows.ports.transactions(), access.registry,
                    new VisibilityRecorder(access.history), access.clock),
            access.passwords, new PasswordCheckQueue(usage), sessions, access.clock);

    @BeforeEach
    void addAccounts() {
        access.records.accounts.put("anna", new AccountEntry(Optional.of(HASH), false, false, access.clock.instant()));
        access.records.accounts.put("disabled", new AccountEntry(Optional.of(HASH), false, true, access.clock.instant()));
        access.records.accounts.put("restored", new AccountEntry(Optional.empty(), false, false, access.clock.instant()));
        access.registry.refresh();
    }

    @Test
    void startsSessionWithPassword() {
        var session = sessions.verify(startSession("anna", PASSWORD, NEW_CLIENT).sessionToken()).orElseThrow();
        assertThat(session.account()).isEqualTo("anna");
        assertThat(session.sessionsFrom()).isEqualTo(access.clock.instant());
        assertThatCode(() -> join(login.verifyPassword("anna", PASSWORD, NEW_CLIENT))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"anna,wrong horse battery", "anna,''", "unknown,correct horse battery", "disabled,correct horse battery",
            "restored,correct horse battery", "'',correct horse battery", "花子,correct horse battery"})
    void rejectsAllFailuresAlike(String name, String password) {
        assertThat(problemOf(() -> startSession(name, password, NEW_CLIENT)).getMessage()).isEqualTo("sign-in-failed {}");
        assertThat(problemOf(() -> join(login.verifyPassword(name, password, NEW_CLIENT))).getMessage()).isEqualTo("sign-in-failed {}");
    }

    @Test
    void throttlesEvenTheRightPasswordAfterTenFailures() {
        failSignIns(10, NEW_CLIENT);
        assertThat(problemOf(() -> startSession("anna", PASSWORD, NEW_CLIENT)).type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
        assertThatCode(() -> startSession("anna", PASSWORD, client("192.0.2.2"))).doesNotThrowAnyException();
    }

    @Test
    void letsKnownDevicesSignInWhileOthersGuess() {
        var device = knownDevice();
        for (int i = 0; i < 10; i++) {
            failSignIns(10, client("198." + i + ".100.1"));
        }
        assertThat(problemOf(() -> startSession("anna", PASSWORD, client("203.0.113.9"))).type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
        assertThatCode(() -> startSession("anna", PASSWORD, device)).doesNotThrowAnyException();
    }

    @Test
    void throttlesKnownDevicesForAMinuteAtMost() {
        var device = knownDevice();
        failSignIns(10, device);
        var problem = problemOf(() -> startSession("anna", PASSWORD, device));
        assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
        assertThat((long) problem.arguments().get("seconds")).isBetween(1L, 60L);
        access.clock.advance(Duration.ofMinutes(1));
        assertThatCode(() -> startSession("anna", PASSWORD, device)).doesNotThrowAnyException();
    }

    @Test
    void ignoresDeviceTokensOfOtherAccountsPasswordsAndPurposes() {
        access.records.accounts.put("bela", new AccountEntry(Optional.of(HASH), false, false, access.clock.instant()));
        reload();
        var login = startSession("anna", PASSWORD, NEW_CLIENT);
        failSignIns(10, NEW_CLIENT);
        for (var token : List.of(startSession("bela", PASSWORD, NEW_CLIENT).deviceToken(), login.sessionToken(), "", "forged")) {
            assertThat(problemOf(() -> startSession("anna", PASSWORD, client("192.0.2.1", token))).type()).as(token)
                    .isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
        }
        assertThat(sessions.verify(login.deviceToken())).as("a device token is no session").isEmpty();
        access.clock.advance(Duration.ofMillis(1));
        access.records.accounts.put("anna", new AccountEntry(Optional.of(HASH), false, false, access.clock.instant()));
        reload();
        assertThat(problemOf(() -> startSession("anna", PASSWORD, client("192.0.2.1", login.deviceToken()))).type())
                .as("issued before the password changed").isEqualTo(ProblemType.TOO_MANY_ATTEMPTS);
    }

    @Test
    void forgetsFailuresAfterSuccess() {
        failSignIns(9, NEW_CLIENT);
        startSession("anna", PASSWORD, NEW_CLIENT);
        failSignIns(9, NEW_CLIENT);
        assertThatCode(() -> startSession("anna", PASSWORD, NEW_CLIENT)).doesNotThrowAnyException();
    }

    @Test
    void endsSessions() {
        var token = startSession("anna", PASSWORD, NEW_CLIENT).sessionToken();
        login.endSession(token);
        assertThat(access.registry.snapshot().endedSessions()).containsExactly(sessions.verify(token).orElseThrow().id());
        login.endSession("not a token");
        assertThat(access.records.endedSessions).hasSize(1);
    }

    private LoginClient knownDevice() {
        return client("192.0.2.1", startSession("anna", PASSWORD, NEW_CLIENT).deviceToken());
    }

    private void failSignIns(int times, LoginClient client) {
        for (int i = 0; i < times; i++) {
            problemOf(() -> startSession("anna", "wrong horse battery", client));
        }
    }

    private PasswordLogin.Login startSession(String name, String password, LoginClient client) {
        return join(login.startSession(name, password, client));
    }

    private void reload() {
        access.records.touch();
        access.registry.refresh();
    }

    private static LoginClient client(String address, String... deviceToken) {
        return new LoginClient(address, Arrays.stream(deviceToken).findFirst());
    }

    /** Waits for the result, and throws its problem as the caller of a blocking method would receive it. */
    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw e;
        }
    }
}
