/**
 * HTTP resources for access: accounts, sessions, members and their names, API keys, visibility of catalogs.
 *
 * <p>Changes of access take effect at once on the replica that makes them, and within 5 seconds on all others. Accounts are
 * disabled and keys are revoked instead of being deleted, because the history refers to them.
 *
 * <p>Records with passwords, tokens or keys override {@code toString}, because exceptions print records. A new key is returned
 * once, and a setup token is logged once. Responses to sign-in are {@code no-store}. Sign-in with a password and the creation of
 * the first administrator accept requests without credentials, so they reject cross-site pages themselves
 * ({@code CsrfProtection}).
 */
@NullMarked
package dev.parlance.rest.administration;

import org.jspecify.annotations.NullMarked;
