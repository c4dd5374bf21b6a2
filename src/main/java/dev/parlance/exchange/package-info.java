/**
 * Synchronisation of shipped catalogs with the database, and the service's own messages.
 *
 * <p>A synchronisation is computed first, as a pure plan, and applied afterwards in one transaction. Each stored row has the digest of
 * what was last shipped for it. A row that still equals its digest is replaced by newer shipped content. A row that people changed stays,
 * and a text or a locale that people removed stays removed. A shipped message whose key or reason belongs to a message created by people
 * is left out and reported.
 */
@NullMarked
package dev.parlance.exchange;

import org.jspecify.annotations.NullMarked;
