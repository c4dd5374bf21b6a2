package dev.parlance.security.accounts;

import dev.parlance.security.PersonName;
import java.util.List;
import java.util.Optional;

/** The accounts there are. */
public interface Accounts {

    /** A page after this name, sorted by name. */
    List<Account> page(String after, int limit);

    Optional<Account> find(PersonName name);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Account> lock(PersonName name);

    void add(Account account);

    /** All that rule the service, none of which anybody else changes until the transaction ends. */
    List<Account> lockAdministrators();
}
