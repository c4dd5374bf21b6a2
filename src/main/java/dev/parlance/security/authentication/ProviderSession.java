package dev.parlance.security.authentication;

import java.time.Instant;

/** A session with a token of the OpenID provider. A renewed token begins another session. */
public record ProviderSession(String id, Instant expiresAt) {
}
