package dev.parlance.security.accounts;

import dev.parlance.security.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The repository of personal tokens, including revoked and expired ones. */
public interface PersonalTokens {

    /** Returns a page of the tokens of a person after an id, sorted by id, including revoked and expired ones. */
    List<PersonalToken> page(PersonName person, String after, int limit);

    Optional<PersonalToken> find(PersonName person, String id);

    /** Returns the number of tokens of a person that are neither revoked nor expired. */
    long countValid(PersonName person, Instant now);

    void add(PersonalToken token);
}
