package dev.parlance.security.memorystore;

import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.Account;
import dev.parlance.security.accounts.Accounts;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts in memory. They change at once, so no transaction rolls them back. */
public final class InMemoryAccounts implements Accounts {
    private final TreeMap<String, Account> accounts = new TreeMap<>();

    @Override
    public List<Account> page(String after, int limit) {
        return accounts.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public Optional<Account> find(PersonName name) {
        return Optional.ofNullable(accounts.get(name.value()));
    }

    @Override
    public Optional<Account> lock(PersonName name) {
        return find(name);
    }

    @Override
    public void add(Account account) {
        if (accounts.putIfAbsent(account.name(), account) != null) {
            throw new IllegalStateException("duplicate key: " + account.name());
        }
    }

    @Override
    public List<Account> lockAdministrators() {
        return accounts.values().stream().filter(it -> it.administrator() && !it.disabled()).toList();
    }
}
