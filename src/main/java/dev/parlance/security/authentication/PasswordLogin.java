package dev.parlance.security.authentication;

import dev.parlance.limits.ClientNetwork;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.ChangeAccess;
import dev.parlance.security.accounts.PasswordHasher;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
    private final PasswordCheckQueue queue;
    private final SessionTokens sessions;
    private final SessionTokens devices;
    private final LoginThrottle throttle;

    public PasswordLogin(AccessRegistry accessRegistry, ChangeAccess changes, PasswordHasher passwords, PasswordCheckQueue queue,
            SessionTokens sessions, Clock clock) {
        this.accessRegistry = accessRegistry;
        this.changes = changes;
        this.passwords = passwords;
        this.queue = queue;
        this.sessions = sessions;
        this.devices = sessions.forDevices();
        this.throttle = new LoginThrottle(clock);
    }

    /**
     * The client that signs in.
     *
     * @param address     the IP address
     * @param deviceToken the device token from an earlier sign-in, if the client has one
     */
    public record LoginClient(String address, Optional<String> deviceToken) {
        /** Omits the token, because exceptions print records. */
        @Override
        public String toString() {
            return address;
        }
    }

    /**
     * The tokens of a successful sign-in.
     *
     * @param sessionToken authenticates requests
     * @param deviceToken  proves at the next sign-in that this client has signed in to the account before
     */
    public record Login(String sessionToken, String deviceToken) {
        /** Omits the tokens, because exceptions print records. */
        @Override
        public String toString() {
            return "";
        }
    }

    /**
     * Starts a session.
     *
     * @return fails with a {@code ProblemException} if the password is wrong, the name unknown or the account disabled, with the same
     *         problem and after the same time; if there were too many failures; or if too many sign-ins wait
     */
    public CompletionStage<Login> startSession(String name, String password, LoginClient client) {
        return authenticate(name, password, client)
                .thenApply(it -> new Login(sessions.issue(name, it.sessionsFrom()), devices.issue(name, it.sessionsFrom())));
    }

    /**
     * Verifies the password of an account without starting a session.
     *
     * @return fails as for {@link #startSession}
     */
    public CompletionStage<Void> verifyPassword(String name, String password, LoginClient client) {
        return authenticate(name, password, client).thenApply(it -> null);
    }

    private CompletionStage<AccessSnapshot.AccountEntry> authenticate(String name, String password, LoginClient client) {
        var attempt = new LoginAttempt(name, ClientNetwork.of(client.address()), knownDevice(name, client));
        try {
            throttle.rejectIfThrottled(attempt);
        } catch (ProblemException e) {
            return CompletableFuture.failedStage(e);
        }
        return queue.submit(attempt, () -> verify(attempt, password));
    }

    private AccessSnapshot.AccountEntry verify(LoginAttempt attempt, String password) {
        // Checked again, because attempts that were queued at the same time may have failed since.
        throttle.rejectIfThrottled(attempt);
        var account = enabledAccount(attempt.account());
        if (!passwords.verify(password, account.flatMap(AccessSnapshot.AccountEntry::passwordHash))) {
            throttle.recordFailure(attempt);
            throw ProblemType.SIGN_IN_FAILED.with();
        }
        throttle.reset(attempt);
        return account.orElseThrow();
    }

    /** Returns whether there is an account with this name. Not for responses, which must not disclose it. */
    public boolean isAccount(String name) {
        return accessRegistry.snapshot().accounts().containsKey(name);
    }

    /** Returns the id of a device token that was issued for this account and its current password. */
    private Optional<String> knownDevice(String name, LoginClient client) {
        return client.deviceToken().flatMap(devices::verify).filter(device -> device.account().equals(name)
                && enabledAccount(name).filter(device::belongsTo).isPresent()).map(SessionTokens.Session::id);
    }

    private Optional<AccessSnapshot.AccountEntry> enabledAccount(String name) {
        return Optional.ofNullable(accessRegistry.snapshot().accounts().get(name)).filter(it -> !it.disabled());
    }

    /** Ends a session at the OpenID provider for this service, which then no longer accepts its token. */
    public void endSession(ProviderSession session) {
        changes.endSession(session.id(), session.expiresAt());
    }

    /** Ends a session: at once on this replica, and on every other within one polling period. */
    public void endSession(String sessionToken) {
        sessions.verify(sessionToken).ifPresent(it -> changes.endSession(it.id(), it.expiresAt()));
    }
}
