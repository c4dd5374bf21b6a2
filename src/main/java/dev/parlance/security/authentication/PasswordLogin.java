package dev.parlance.security.authentication;

import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.ChangeAccess;
import dev.parlance.security.accounts.PasswordHasher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * The use cases that start and end sessions with a name and a password.
 *
 * <p>Only ending a session needs the database.
 */
@Singleton
public final class PasswordLogin {
    private final AccessRegistry accessRegistry;
    private final ChangeAccess changes;
    private final PasswordHasher passwords;
    private final SessionTokens sessions;
    private final LoginThrottle throttle;

    public PasswordLogin(AccessRegistry accessRegistry, ChangeAccess changes, PasswordHasher passwords, SessionTokens sessions,
            Clock clock) {
        this.accessRegistry = accessRegistry;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = new LoginThrottle(clock);
    }

    /**
     * Starts a session.
     *
     * @param address the IP address of the client, for the throttle
     * @return the token for the session cookie
     * @throws dev.parlance.problems.ProblemException if the password is wrong, the name unknown or the account disabled, with the
     *         same problem and after the same time; or if there were too many failures
     */
    public String startSession(String name, String password, String address) {
        return sessions.issue(name, authenticate(name, password, address).sessionsFrom());
    }

    /**
     * Verifies the password of an account without starting a session.
     *
     * @throws dev.parlance.problems.ProblemException as for {@link #startSession}
     */
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

    /** Ends a session: at once on this replica, and on every other within one polling period. */
    public void endSession(String sessionToken) {
        sessions.verify(sessionToken).ifPresent(it -> changes.endSession(it.id(), it.expiresAt()));
    }
}
