/**
 * Actors, their permissions, and the access data behind them.
 *
 * <p>An actor is anonymous, the operator, a key or a person. Its permissions are a set for each catalog, derived from the role of
 * a member or the scopes of a key; an administrator of the service has all of them. Resources declare the permission they need and
 * do not know how it was granted. Public reads need no credentials and never pass through here: authentication is lazy.
 *
 * <p>The access data are loaded as a whole into an immutable {@code AccessSnapshot}. Triggers in the database count its revision,
 * so every change is noticed, whichever program makes it. No authentication waits for the database: keys and sessions stay valid
 * during an outage. A revocation takes effect on the answering replica at once, and on every other within one polling period.
 * {@code AccessSnapshotFile} keeps a copy for a start without the database.
 *
 * <p>Users of an OpenID provider are members under {@code oidc:} and their name there, which no account can have. The provider
 * identifies them and, by one role, names administrators; all other permissions are stored here. A name at the provider must not
 * pass to another person: QUARKUS_OIDC_TOKEN_PRINCIPAL_CLAIM=sub ensures that.
 */
@NullMarked
package dev.parlance.security;

import org.jspecify.annotations.NullMarked;
