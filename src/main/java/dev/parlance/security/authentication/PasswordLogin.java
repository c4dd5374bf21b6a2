package dev.parlance.security.authentication;

import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.ChangeAccess;
import dev.parlance.security.accounts.PasswordHasher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Beginning and ending sessions with a name and a password. All but ending one works while the database is away. */
@Singleton
public final class PasswordLogin {
    private final AccessRegistry accessRegistry;
    private final ChangeAccess changes;
    private final PasswordHasher passwords;
    private final SessionTokens sessions;
    private final LoginThrottle throttle;

    public PasswordLogin(AccessRegistry accessRegistry, ChangeAccess changes, PasswordHasher passwords, SessionTokens sessions, Clock clock) {
        this.accessRegistry = accessRegistry;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = new LoginThrottle(clock);
    }

    /**
     * Refuses a wrong password, an unknown name and a disabled account in the same words and the same time.
     *
     * @return the session, as it goes into a cookie
     */
    public String startSession(String name, String password, String address) {
        return sessions.issue(name, authenticate(name, password, address).sessionsFrom());
    }

    /** That whoever asks knows the password of an account. */
    public void verifyPassword(String name, String password, String address) {
        authenticate(name, password, address);
    }

    private AccessSnapshot.AccountEntry authenticate(String name, String password, String address) {
        throttle.rejectIfThrottled(name, address);
        var account = Optional.ofNullable(accessRegistry.snapshot().accounts().get(name)).filter(it -> !it.disabled());
        if (!passwords.verify(password, account.flatMap(AccessSnapshot.AccountEntry::passwordHash))) {
            throttle.recordFailure(name, address);
            throw ProblemType.SIGN_IN_FAILED.with();
        }
        throttle.reset(name, address);
        return account.orElseThrow();
    }

    /** From now on here, and soon on every replica. */
    public void endSession(String sessionToken) {
        sessions.verify(sessionToken).ifPresent(it -> changes.endSession(it.id(), it.expiresAt()));
    }
}
