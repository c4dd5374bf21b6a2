/**
 * Seeds: signed files with bundles of a release, which apps ship so that they have texts before their first request.
 *
 * <p>A seed travels through build servers and app stores, where TLS does not protect it, so it is signed with Ed25519. The signature
 * covers the digests and not the content: a client verifies the digest of each bundle anyway, and needs only the bundles it uses.
 *
 * <p>A seed is cached for a year, so its bytes must not change when a key is replaced. A release is therefore signed with the key that was
 * the newest one when the release was created; a release older than all keys is signed with the first. Only the revocation of a key
 * changes seeds, because then the old signature must not be trusted any more. Seeds without a signature expire as those of channels do,
 * because the first key adds one.
 *
 * <p>The private keys are kept in the database, unencrypted. Whoever can write to the database can publish any text, signed or not,
 * so a key elsewhere would not protect against them; and with the key in the configuration, replicas could differ during a rotation.
 * Whoever can only read the database or a backup could sign a text, but would still have to replace it where apps are built.
 * After such a leak, an administrator revokes all earlier keys. No API, log line or snapshot file contains a private key.
 */
@NullMarked
package dev.parlance.publishing.seed;

import org.jspecify.annotations.NullMarked;
