package dev.parlance.security.accounts;

import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessChange;
import dev.parlance.security.AccessHistory;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Actor;
import dev.parlance.security.PersonName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The use cases that create and edit accounts.
 *
 * <p>Changes apply to this replica when a call returns. The last active administrator cannot be demoted or disabled.
 */
@Singleton
public final class EditAccounts {
    private final Accounts accounts;
    private final Transactions transactions;
    private final AccessRegistry accessRegistry;
    private final AccessHistory history;
    private final PasswordHasher passwords;
    private final Clock clock;

    public EditAccounts(Accounts accounts, Transactions transactions, AccessRegistry accessRegistry, AccessHistory history,
            PasswordHasher passwords, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
        this.history = history;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A request to create an account. */
    public record CreateAccountCommand(PersonName name, String displayName, String password, boolean administrator) {
        public CreateAccountCommand {
            PersonName.ofAccount(name.value());
        }

        /** Omits the password, because exceptions print records. */
        @Override
        public String toString() {
            return name.value();
        }
    }

    /** A request to update an account. Empty members stay unchanged. */
    public record UpdateAccountCommand(Optional<String> displayName, Optional<Boolean> administrator, Optional<Boolean> disabled,
            Optional<String> password) {
        /** Omits the password, because exceptions print records. */
        @Override
        public String toString() {
            return displayName.orElse("");
        }
    }

    public List<Account> page(String after, int limit) {
        return transactions.call(() -> accounts.page(after, limit));
    }

    /** @throws dev.parlance.problems.ProblemException if there is no such account */
    public Account get(PersonName name) {
        return transactions.call(() -> accounts.find(name).orElseThrow(() -> unknownAccount(name)));
    }

    /** @throws dev.parlance.problems.ProblemException if the password has an invalid length or is common, or the name is taken */
    public Account create(CreateAccountCommand command, Actor creator) {
        return create(command, creator.name(), () -> { });
    }

    /**
     * Creates an account.
     *
     * @param passwordSetBy the actor who chose the password
     * @param precondition runs in the transaction, and throws if the account must not be created
     */
    Account create(CreateAccountCommand command, String passwordSetBy, Runnable precondition) {
        // Hashing is slow, so it happens before the transaction.
        var account = new Account(command.name(), command.displayName(), hash(command.name(), command.password(), passwordSetBy),
                command.administrator(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.call(() -> {
            precondition.run();
            if (accounts.find(command.name()).isPresent()) {
                throw ProblemType.ALREADY_EXISTS.with(account.name());
            }
            accounts.add(account);
            record(account, AccessChange.Action.CREATED, passwordSetBy, Map.of());
            return account;
        });
        accessRegistry.refreshAfterCommit();
        return account;
    }

    /**
     * Updates an account.
     *
     * @param expectedVersion the version that the caller has read
     * @throws dev.parlance.problems.ProblemException if the account is unknown, has another version or is the last administrator
     */
    public Account update(PersonName name, UpdateAccountCommand command, int expectedVersion, Actor editor) {
        var password = command.password().map(it -> hash(name, it, editor.name()));
        var updated = transactions.call(() -> {
            // Locks all administrators first and in one order, so that two who demote each other wait instead of deadlocking.
            var administrators = accounts.lockAdministrators();
            var account = accounts.lock(name).orElseThrow(() -> unknownAccount(name));
            if (account.version() != expectedVersion) {
                throw ProblemType.STALE_REVISION.with();
            }
            var before = account.state();
            boolean wasAdministrator = account.isActiveAdministrator();
            account.update(command.displayName().orElse(account.displayName()), command.administrator().orElse(account.administrator()),
                    command.disabled().orElse(account.disabled()), clock.instant());
            if (wasAdministrator && !account.isActiveAdministrator() && administrators.size() == 1) {
                throw ProblemType.LAST_ADMIN.with(account.name());
            }
            if (!account.state().equals(before)) {
                record(account, AccessChange.Action.CHANGED, editor.name(), before);
            }
            password.ifPresent(it -> changePassword(account, it));
            return account;
        });
        accessRegistry.refreshAfterCommit();
        return updated;
    }

    /** Changes the password for the authenticated owner, and ends all sessions of the account. */
    public void changePassword(PersonName name, String newPassword) {
        var password = hash(name, newPassword, name.value());
        transactions.call(() -> {
            var account = accounts.lock(name).orElseThrow(() -> unknownAccount(name));
            changePassword(account, password);
            return account;
        });
        accessRegistry.refreshAfterCommit();
    }

    private void changePassword(Account account, Account.Password password) {
        account.changePassword(password, clock.instant());
        record(account, AccessChange.Action.PASSWORD_CHANGED, password.setBy(), account.state());
    }

    private void record(Account account, AccessChange.Action action, String actor, Map<String, String> before) {
        history.add(new AccessChange(AccessChange.Subject.ACCOUNT, account.name(), Optional.empty(), action, clock.instant(), actor,
                before, account.state()));
    }

    private Account.Password hash(PersonName name, String password, String setBy) {
        return new Account.Password(passwords.hash(password, name.value()), setBy);
    }

    private static RuntimeException unknownAccount(PersonName name) {
        return ProblemType.UNKNOWN_ACCOUNT.with(name.value());
    }
}
