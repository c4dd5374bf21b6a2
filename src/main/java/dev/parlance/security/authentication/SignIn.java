package dev.parlance.security.authentication;

import dev.parlance.problems.ProblemType;
import dev.parlance.security.Access;
import dev.parlance.security.AccessChanges;
import dev.parlance.security.Directory;
import dev.parlance.security.accounts.Passwords;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Beginning and ending sessions with a name and a password. All but ending one works while the database is away. */
@Singleton
public final class SignIn {
    private final Access access;
    private final AccessChanges changes;
    private final Passwords passwords;
    private final Sessions sessions;
    private final BadSignIns bad;

    public SignIn(Access access, AccessChanges changes, Passwords passwords, Sessions sessions, Clock clock) {
        this.access = access;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.bad = new BadSignIns(clock);
    }

    /**
     * Refuses a wrong password, an unknown name and a disabled account in the same words and the same time.
     *
     * @return the session, as it goes into a cookie
     */
    public String begin(String name, String password, String address) {
        return sessions.begin(name, proved(name, password, address).sessionsFrom());
    }

    /** That whoever asks knows the password of an account. */
    public void prove(String name, String password, String address) {
        proved(name, password, address);
    }

    private Directory.KnownAccount proved(String name, String password, String address) {
        bad.refuseTooMany(name, address);
        var account = Optional.ofNullable(access.directory().accounts().get(name)).filter(it -> !it.disabled());
        if (!passwords.right(password, account.flatMap(Directory.KnownAccount::passwordHash))) {
            bad.count(name, address);
            throw ProblemType.SIGN_IN_FAILED.with();
        }
        bad.forgive(name, address);
        return account.orElseThrow();
    }

    /** From now on here, and soon on every replica. */
    public void end(String session) {
        sessions.read(session).ifPresent(it -> changes.endSession(it.id(), it.until()));
    }
}
