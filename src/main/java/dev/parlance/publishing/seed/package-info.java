/**
 * Seeds: signed files with bundles of a release, which apps ship so that they have texts before their first request.
 *
 * <p>A seed travels through build servers and app stores, where TLS does not protect it, so it is signed with Ed25519. The signature
 * covers the digests and not the content: a client verifies the digest of each bundle anyway, and needs only the bundles it uses.
 *
 * <p>A seed is cached for a year, so its bytes must not change when a key is replaced. A release is therefore signed with the key that was
 * the newest one when the release was created; a release older than all keys is signed with the first. Only the revocation of a key
 * changes seeds, because the old signature must not be trusted any more. Seeds without a signature expire as those of channels do,
 * because the first key adds one.
 *
 * <p>The private keys are kept in the database, unencrypted. An attacker who can write to the database can publish any text, so a key
 * outside of it would not help; and with the key in the configuration, replicas could differ during a rotation. An attacker who can only
 * read the database or a backup can sign a text, but must also replace it where apps are built. After such a leak, an administrator
 * revokes all earlier keys. No API, log line or snapshot file contains a private key.
 */
@NullMarked
package dev.parlance.publishing.seed;

import org.jspecify.annotations.NullMarked;
