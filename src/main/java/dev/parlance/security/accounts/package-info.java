/**
 * Accounts, API keys, personal tokens and members: the entities, their ports, and the use cases that edit them.
 *
 * <p>API keys and tokens carry an id that is not secret, by which they are looked up. Of their 256-bit secret only the SHA-256 digest is
 * stored. Passwords are hashed with bcrypt at cost 12. {@code CommonPasswords} rejects those that are easy to guess.
 * {@code ActorOwnership} finds the person a key or an account acts for.
 *
 * <p>The first administrator signs up with a token that is logged once and valid for an hour; there is no default password. Once
 * there is an active administrator, the last one cannot be demoted or disabled.
 *
 * <p>Foreign packages: bcrypt and zxcvbn, because password hashing and password strength should not be implemented here, and JPA's
 * annotations, because entities are the domain here as in {@code catalog}.
 */
@NullMarked
package dev.parlance.security.accounts;

import org.jspecify.annotations.NullMarked;
