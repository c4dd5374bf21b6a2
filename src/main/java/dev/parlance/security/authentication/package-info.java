/**
 * Authentication: from credentials to an actor.
 *
 * <p>The token from the environment (PARLANCE_ADMIN_TOKEN) authenticates an actor named {@code administrator}. With it, a script
 * creates the first catalogs and accounts of a deployment, and an operator gets in when the provider or the last administrator is
 * lost. It is optional; without it, no caller is the operator.
 *
 * <p>API keys are looked up by id in the {@code AccessSnapshot}, and their SHA-256 digests are compared in constant time.
 *
 * <p>A session is a signed cookie, not a row. Every replica with the key from the environment can verify it at once and without
 * the database, and a stolen backup contains no session. A row would have to reach the other replicas before the browser's next
 * request does. A cookie cannot end early by itself; the access snapshot does that. It holds the ids of ended sessions and, for
 * each account, the {@code sessionsFrom} instant its sessions must carry, so signing out, a new password and disabling an account
 * take effect like any other revocation.
 *
 * <p>Passwords are checked on dedicated threads, on which networks take turns ({@code PasswordCheckQueue}). Failed sign-ins are throttled
 * in memory, by each replica for itself. A second signed cookie proves that a device has signed in before; such
 * devices have a separate throttle and queue, so guesses from other devices do not lock out the owner.
 *
 * <p>Quarkus verifies the tokens of an OpenID provider; {@code OidcIdentityAugmentor} turns its identities into actors, whose names come
 * from {@code ProviderNames}.
 *
 * <p>Foreign packages beyond Quarkus Security: Caffeine, which evicts old entries of the throttle, and javax.crypto, for the one
 * signature.
 */
@NullMarked
package dev.parlance.security.authentication;

import org.jspecify.annotations.NullMarked;
