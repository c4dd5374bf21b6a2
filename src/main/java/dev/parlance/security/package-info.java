/**
 * Actors, their permissions, and the access data behind them.
 *
 * <p>An actor is anonymous, the operator, a key, a person or a personal token. Its permissions are a set for each catalog, derived from
 * the role of a member or the scopes of a key; a token has those of its owner, limited to its scopes; an administrator of the service
 * has all of them. Resources declare the permission they need and do not know how it was granted. Authentication is lazy: public reads
 * whose response does not depend on the caller are not authenticated.
 *
 * <p>The access data are loaded as a whole into an immutable {@code AccessSnapshot}. Triggers in the database count its revision,
 * so every change is noticed, whichever program makes it. No authentication waits for the database: keys and sessions stay valid
 * during an outage. A revocation takes effect on the answering replica at once, and on every other within one polling period.
 * {@code AccessSnapshotFile} keeps a copy for a start without the database.
 *
 * <p>Acts on access data are recorded in the {@code AccessHistory}, in the transaction that makes them.
 *
 * <p>The identity of a user of an OpenID provider is the pair of issuer and subject. Their name here begins with {@code oidc:}, which
 * no account's name can. It is derived from the identity, or is the name at the provider, which belongs permanently to the first user
 * who signed in under it. One role at the provider makes administrators; all other permissions are stored here.
 */
@NullMarked
package dev.parlance.security;

import org.jspecify.annotations.NullMarked;
