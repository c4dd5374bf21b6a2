package dev.parlance.security.memorystore;

import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.PersonalToken;
import dev.parlance.security.accounts.PersonalTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Personal tokens in memory. They change at once, so no transaction rolls them back. */
public final class InMemoryPersonalTokens implements PersonalTokens {
    private final TreeMap<String, PersonalToken> tokens = new TreeMap<>();

    @Override
    public List<PersonalToken> page(PersonName person, String after, int limit) {
        return tokens.tailMap(after, false).values().stream().filter(it -> it.person().equals(person.value())).limit(limit).toList();
    }

    @Override
    public Optional<PersonalToken> find(PersonName person, String id) {
        return Optional.ofNullable(tokens.get(id)).filter(it -> it.person().equals(person.value()));
    }

    @Override
    public long countValid(PersonName person, Instant now) {
        return page(person, "", Integer.MAX_VALUE).stream().filter(it -> it.revokedAt().isEmpty() && it.expiresAt().isAfter(now)).count();
    }

    @Override
    public void add(PersonalToken token) {
        if (tokens.putIfAbsent(token.id(), token) != null) {
            throw new IllegalStateException("duplicate token: " + token.id());
        }
    }
}
