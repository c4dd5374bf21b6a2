package dev.parlance.security.accounts;

import jakarta.inject.Singleton;

/** The ports of accounts, members and keys: in the container those of PostgreSQL, in plain tests the fakes. */
@Singleton
public record AccessPorts(Accounts accounts, Members members, ApiKeys keys) {
}
