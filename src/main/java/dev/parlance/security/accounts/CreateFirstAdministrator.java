package dev.parlance.security.accounts;

import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRecords;
import dev.parlance.security.RandomSecrets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The use case that creates the first administrator, authorized by a token that is logged once. */
@Singleton
public final class CreateFirstAdministrator {
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final AccessRecords records;
    private final Accounts accounts;
    private final EditAccounts editAccounts;
    private final Transactions transactions;
    private final Clock clock;

    public CreateFirstAdministrator(AccessRecords records, Accounts accounts, EditAccounts editAccounts, Transactions transactions,
            Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.editAccounts = editAccounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A setup token and its expiry. */
    public record SetupToken(String token, Instant expiresAt) {
        /** Omits the token, because exceptions print records. */
        @Override
        public String toString() {
            return "until " + expiresAt;
        }
    }

    /**
     * Issues a setup token, valid for an hour.
     *
     * @return empty if there is an administrator, or if a token issued earlier by any replica is still valid
     */
    public Optional<SetupToken> issueToken() {
        var token = RandomSecrets.randomHex(RandomSecrets.SECRET_BYTES);
        var expiresAt = clock.instant().plus(TOKEN_LIFETIME);
        boolean added = transactions.call(() -> accounts.lockAdministrators().isEmpty()
                && records.addSetupToken(RandomSecrets.sha256(token), expiresAt, clock.instant()));
        return added ? Optional.of(new SetupToken(token, expiresAt)) : Optional.empty();
    }

    /**
     * Creates the account and consumes the token. An invalid token is rejected before any hashing.
     *
     * @throws dev.parlance.problems.ProblemException if the token is invalid or expired, or if there is an administrator
     */
    public Account create(String token, EditAccounts.CreateAccountCommand command) {
        var digest = RandomSecrets.sha256(token);
        if (!transactions.call(() -> records.hasValidSetupToken(digest, clock.instant()))) {
            throw ProblemType.SIGN_IN_FAILED.with();
        }
        return editAccounts.create(command, command.name().value(), () -> {
            if (!records.consumeSetupToken(digest, clock.instant()) || !accounts.lockAdministrators().isEmpty()) {
                throw ProblemType.SIGN_IN_FAILED.with();
            }
        });
    }
}
