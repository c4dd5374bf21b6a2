/**
 * From credentials to an actor with permissions.
 *
 * <p>An actor is nobody known, the operator, a key or a person. What he may is a set of permissions for each catalog, made of the
 * role of a member or the scopes of a key; an administrator of the service may everything. Resources say which permission they
 * need, and do not know how it came about. Reading what is public needs no credentials and never passes through here:
 * authentication is lazy.
 *
 * <p>Who may what is loaded whole into an immutable {@code AccessSnapshot} and followed by a revision that the database counts itself,
 * by triggers, so that no change goes unnoticed whoever makes it. Nobody who is let in waits for the database, so keys and
 * sessions hold while it is away, and a revocation holds on every replica within a period of following, on the answering one at
 * once. Keys are looked up by an id that is no secret, and compared by SHA-256 in constant time.
 *
 * <p>The token of the environment (PARLANCE_ADMIN_TOKEN) stays, as one credential among others, for an actor called
 * {@code administrator}: it is how a deployment makes the first catalogs and accounts by script, and the way in when the provider
 * or the last administrator is lost. It can be left out, and then nobody has it. Besides it the first administrator comes in by a
 * token that the log tells once and that holds for an hour; there is no default password.
 *
 * <p>A session is a signed cookie, not a row: whichever replica has the key of the environment knows it, at once and without the
 * database, and a stolen backup is worth no session. Rows would have to be there on the next replica before the browser's next
 * request is. What the cookie cannot do, end early, the directory does: it knows the sessions that were ended, and the mark that an
 * account's sessions must have, so signing out, a new password and disabling an account hold like any other revocation. Passwords are
 * bcrypt of cost 12, checked two at a time at most; who guesses is slowed down, in memory, so each replica counts for itself.
 *
 * <p>People known to an OpenID provider are members by {@code oidc:} and their name there, which no account can have. The provider
 * says who somebody is and, by one role, who rules; the rest is ours. What he is called there should not change hands:
 * QUARKUS_OIDC_TOKEN_PRINCIPAL_CLAIM=sub makes sure.
 *
 * <p>Foreign packages beyond Quarkus Security's: bcrypt, which nobody should write himself; Caffeine, which forgets who guessed
 * long ago; JPA's annotations, because entities are the domain here as in {@code catalog}; javax.crypto, for one signature.
 */
@NullMarked
package dev.parlance.security;

import org.jspecify.annotations.NullMarked;
