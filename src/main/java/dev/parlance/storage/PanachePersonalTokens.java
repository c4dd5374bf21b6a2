package dev.parlance.storage;

import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.PersonalToken;
import dev.parlance.security.accounts.PersonalTokens;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL repository of personal tokens. */
@ApplicationScoped
class PanachePersonalTokens implements PersonalTokens, PanacheRepositoryBase<PersonalToken, String> {

    @Override
    public List<PersonalToken> page(PersonName person, String after, int limit) {
        return find("person = ?1 and id > ?2 order by id", person.value(), after).page(0, limit).list();
    }

    @Override
    public Optional<PersonalToken> find(PersonName person, String id) {
        return find("person = ?1 and id = ?2", person.value(), id).firstResultOptional();
    }

    @Override
    public long countValid(PersonName person, Instant now) {
        return count("person = ?1 and revokedAt is null and expiresAt > ?2", person.value(), now);
    }

    @Override
    public void add(PersonalToken token) {
        persistAndFlush(token);
    }
}
