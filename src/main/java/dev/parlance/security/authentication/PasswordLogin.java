package dev.parlance.security.authentication;

import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChanges;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.CurrentAccess;
import dev.parlance.security.accounts.Passwords;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Beginning and ending sessions with a name and a password. All but ending one works while the database is away. */
@Singleton
public final class PasswordLogin {
    private final CurrentAccess access;
    private final AccessChanges changes;
    private final Passwords passwords;
    private final SessionTokens sessions;
    private final LoginThrottle bad;

    public PasswordLogin(CurrentAccess access, AccessChanges changes, Passwords passwords, SessionTokens sessions, Clock clock) {
        this.access = access;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.bad = new LoginThrottle(clock);
    }

    /**
     * Refuses a wrong password, an unknown name and a disabled account in the same words and the same time.
     *
     * @return the session, as it goes into a cookie
     */
    public String signIn(String name, String password, String address) {
        return sessions.issue(name, isVerified(name, password, address).sessionsFrom());
    }

    /** That whoever asks knows the password of an account. */
    public void verifyPassword(String name, String password, String address) {
        isVerified(name, password, address);
    }

    private AccessSnapshot.KnownAccount isVerified(String name, String password, String address) {
        bad.requireAllowed(name, address);
        var account = Optional.ofNullable(access.directory().accounts().get(name)).filter(it -> !it.disabled());
        if (!passwords.matches(password, account.flatMap(AccessSnapshot.KnownAccount::passwordHash))) {
            bad.recordFailure(name, address);
            throw ProblemType.SIGN_IN_FAILED.with();
        }
        bad.reset(name, address);
        return account.orElseThrow();
    }

    /** From now on here, and soon on every replica. */
    public void signOut(String session) {
        sessions.read(session).ifPresent(it -> changes.endSession(it.id(), it.until()));
    }
}
