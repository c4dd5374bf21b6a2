package dev.parlance.security.accounts;

import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.PersonName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Accounts, made and changed. What is changed holds on this replica when a call returns. Somebody always rules, once anybody did. */
@Singleton
public final class EditAccounts {
    private final Accounts accounts;
    private final Transactions transactions;
    private final AccessRegistry accessRegistry;
    private final PasswordHasher passwords;
    private final Clock clock;

    public EditAccounts(Accounts accounts, Transactions transactions, AccessRegistry accessRegistry, PasswordHasher passwords, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** An account that is to be made. */
    public record CreateAccountCommand(PersonName name, String displayName, String password, boolean administrator) {
        public CreateAccountCommand {
            PersonName.ofAccount(name.value());
        }

        /** Without the password: failures print records. */
        @Override
        public String toString() {
            return name.value();
        }
    }

    /** What is to become of an account; empty stays as it is. */
    public record UpdateAccountCommand(Optional<String> displayName, Optional<Boolean> administrator, Optional<Boolean> disabled, Optional<String> password) {
        @Override
        public String toString() {
            return displayName.orElse("");
        }
    }

    public List<Account> page(String after, int limit) {
        return transactions.call(() -> accounts.page(after, limit));
    }

    public Account get(PersonName name) {
        return transactions.call(() -> accounts.find(name).orElseThrow(() -> unknownAccount(name)));
    }

    public Account create(CreateAccountCommand command) {
        return create(command, () -> { });
    }

    /** @param allowed refuses, within the transaction, when the account must not be made */
    Account create(CreateAccountCommand command, Runnable precondition) {
        // Hashing takes its time, so it is done before there is a transaction.
        var account = new Account(command.name(), command.displayName(), passwords.hash(command.password()), command.administrator(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.call(() -> {
            precondition.run();
            if (accounts.find(command.name()).isPresent()) {
                throw ProblemType.ALREADY_EXISTS.with(account.name());
            }
            accounts.add(account);
            return account;
        });
        accessRegistry.refreshAfterCommit();
        return account;
    }

    /** @param seen the version that is changed */
    public Account update(PersonName name, UpdateAccountCommand command, int expectedVersion) {
        var hash = command.password().map(passwords::hash);
        var updated = transactions.call(() -> {
            // Those that rule first, and in one order: two that demote each other wait for one another.
            var administrators = accounts.lockAdministrators();
            var account = accounts.lock(name).orElseThrow(() -> unknownAccount(name));
            if (account.version() != expectedVersion) {
                throw ProblemType.STALE_REVISION.with();
            }
            boolean wasAdministrator = account.isActiveAdministrator();
            account.update(command.displayName().orElse(account.displayName()), command.administrator().orElse(account.administrator()),
                    command.disabled().orElse(account.disabled()), clock.instant());
            if (wasAdministrator && !account.isActiveAdministrator() && administrators.size() == 1) {
                throw ProblemType.LAST_ADMIN.with(account.name());
            }
            hash.ifPresent(it -> account.changePassword(it, clock.instant()));
            return account;
        });
        accessRegistry.refreshAfterCommit();
        return updated;
    }

    /** By the one whose it is, who has proved it; all his sessions end. */
    public void changePassword(PersonName name, String password) {
        var hash = passwords.hash(password);
        transactions.call(() -> {
            var account = accounts.lock(name).orElseThrow(() -> unknownAccount(name));
            account.changePassword(hash, clock.instant());
            return account;
        });
        accessRegistry.refreshAfterCommit();
    }

    private static RuntimeException unknownAccount(PersonName name) {
        return ProblemType.UNKNOWN_ACCOUNT.with(name.value());
    }
}
