package dev.parlance.security.accounts;

import dev.parlance.security.AccessHistory;
import jakarta.inject.Singleton;

/** The ports of accounts, members, keys, tokens and their history: in the container those of PostgreSQL, in plain tests the fakes. */
@Singleton
public record AccessPorts(Accounts accounts, Members members, ApiKeys keys, PersonalTokens tokens, AccessHistory history) {
}
