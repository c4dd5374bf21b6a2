package dev.parlance.security.accounts;

import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.CurrentAccess;
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
    private final CurrentAccess access;
    private final Passwords passwords;
    private final Clock clock;

    public EditAccounts(Accounts accounts, Transactions transactions, CurrentAccess access, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.access = access;
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

    public List<Account> page(String after, int most) {
        return transactions.call(() -> accounts.page(after, most));
    }

    public Account get(PersonName name) {
        return transactions.call(() -> accounts.find(name).orElseThrow(() -> unknownAccount(name)));
    }

    public Account create(CreateAccountCommand wanted) {
        return create(wanted, () -> { });
    }

    /** @param allowed refuses, within the transaction, when the account must not be made */
    Account create(CreateAccountCommand wanted, Runnable allowed) {
        // Hashing takes its time, so it is done before there is a transaction.
        var account = new Account(wanted.name(), wanted.displayName(), passwords.hash(wanted.password()), wanted.administrator(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.call(() -> {
            allowed.run();
            if (accounts.find(wanted.name()).isPresent()) {
                throw ProblemType.ALREADY_EXISTS.with(account.name());
            }
            accounts.add(account);
            return account;
        });
        access.refreshQuietly();
        return account;
    }

    /** @param seen the version that is changed */
    public Account update(PersonName name, UpdateAccountCommand change, int seen) {
        var hash = change.password().map(passwords::hash);
        var changed = transactions.call(() -> {
            // Those that rule first, and in one order: two that demote each other wait for one another.
            var rulers = accounts.lockAdministrators();
            var account = accounts.lock(name).orElseThrow(() -> unknownAccount(name));
            if (account.version() != seen) {
                throw ProblemType.STALE_REVISION.with();
            }
            boolean ruled = account.rules();
            account.describe(change.displayName().orElse(account.displayName()), change.administrator().orElse(account.administrator()),
                    change.disabled().orElse(account.disabled()), clock.instant());
            if (ruled && !account.rules() && rulers.size() == 1) {
                throw ProblemType.LAST_ADMIN.with(account.name());
            }
            hash.ifPresent(it -> account.changePassword(it, clock.instant()));
            return account;
        });
        access.refreshQuietly();
        return changed;
    }

    /** By the one whose it is, who has proved it; all his sessions end. */
    public void changePassword(PersonName name, String password) {
        var hash = passwords.hash(password);
        transactions.call(() -> {
            var account = accounts.lock(name).orElseThrow(() -> unknownAccount(name));
            account.changePassword(hash, clock.instant());
            return account;
        });
        access.refreshQuietly();
    }

    private static RuntimeException unknownAccount(PersonName name) {
        return ProblemType.UNKNOWN_ACCOUNT.with(name.value());
    }
}
