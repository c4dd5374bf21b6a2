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

/** How somebody becomes the first administrator with an account: by a token that is told once, to whoever can read the log. */
@Singleton
public final class FirstAdministrator {
    private static final Duration HOLDS = Duration.ofHours(1);

    private final AccessRecords records;
    private final Accounts accounts;
    private final EditAccounts edit;
    private final Transactions transactions;
    private final Clock clock;

    public FirstAdministrator(AccessRecords records, Accounts accounts, EditAccounts edit, Transactions transactions, Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.edit = edit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is to be told. */
    public record Offer(String token, Instant until) {
        @Override
        public String toString() {
            return "until " + until;
        }
    }

    /** Empty where there is an administrator, or a token told before, by this replica or another, still holds. */
    public Optional<Offer> offer() {
        var token = RandomSecrets.randomHex(RandomSecrets.SECRET_BYTES);
        var until = clock.instant().plus(HOLDS);
        boolean offered = transactions.call(() -> accounts.lockAdministrators().isEmpty()
                && records.offerFirstAdministrator(RandomSecrets.digest(token), until, clock.instant()));
        return offered ? Optional.of(new Offer(token, until)) : Optional.empty();
    }

    /** The token is used up by it. A wrong one costs no hashing. */
    public Account take(String token, EditAccounts.CreateAccountCommand wanted) {
        var digest = RandomSecrets.digest(token);
        if (!transactions.call(() -> records.isFirstAdministratorToken(digest, clock.instant()))) {
            throw ProblemType.SIGN_IN_FAILED.with();
        }
        return edit.create(wanted, () -> {
            if (!records.takeFirstAdministrator(digest, clock.instant()) || !accounts.lockAdministrators().isEmpty()) {
                throw ProblemType.SIGN_IN_FAILED.with();
            }
        });
    }
}
