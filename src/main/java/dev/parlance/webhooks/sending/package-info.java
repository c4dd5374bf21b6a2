/**
 * Sends webhooks over HTTP.
 *
 * <p>Foreign package: Vert.x, whose client connects to a given address while the name of the host is used for TLS and for the header
 * {@code Host}. The JDK's client resolves the name itself, so the address that was checked might not be the one that it connects to.
 */
@NullMarked
package dev.parlance.webhooks.sending;

import org.jspecify.annotations.NullMarked;
