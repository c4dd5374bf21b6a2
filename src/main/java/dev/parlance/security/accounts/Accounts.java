package dev.parlance.security.accounts;

import dev.parlance.security.PersonName;
import java.util.List;
import java.util.Optional;

/** The repository of accounts. */
public interface Accounts {

    /** Returns a page of the accounts after a name, sorted by name. */
    List<Account> page(String after, int limit);

    Optional<Account> find(PersonName name);

    /** Finds an account and locks it until the transaction ends. */
    Optional<Account> lock(PersonName name);

    void add(Account account);

    /** Returns all enabled administrators, locked until the transaction ends. */
    List<Account> lockAdministrators();
}
