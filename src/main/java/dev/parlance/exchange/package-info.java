/**
 * Synchronisation of shipped catalogs with the database, and the service's own messages.
 *
 * <p>A synchronisation first computes a plan without side effects, and then applies it in one transaction. Each stored row has the digest
 * of the content last shipped for it. A row that still matches its digest is replaced with newer shipped content. Rows that users changed,
 * and the removal of texts and locales by users, are preserved. A shipped message whose key or reason belongs to a message created by users
 * is skipped and reported.
 */
@NullMarked
package dev.parlance.exchange;

import org.jspecify.annotations.NullMarked;
