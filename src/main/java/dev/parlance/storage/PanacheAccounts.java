package dev.parlance.storage;

import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.Account;
import dev.parlance.security.accounts.Accounts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL repository of accounts. */
@ApplicationScoped
class PanacheAccounts implements Accounts, PanacheRepositoryBase<Account, String> {

    @Override
    public List<Account> page(String after, int limit) {
        return find("name > ?1 order by name", after).page(0, limit).list();
    }

    @Override
    public Optional<Account> find(PersonName name) {
        return findByIdOptional(name.value());
    }

    @Override
    public Optional<Account> lock(PersonName name) {
        return findByIdOptional(name.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void add(Account account) {
        persistAndFlush(account);
    }

    @Override
    public List<Account> lockAdministrators() {
        return find("administrator and not disabled order by name").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
