/**
 * Questions that operators ask about the messages of catalogs: a search across catalogs, and the drift between locales and catalogs.
 *
 * <p>Both read snapshots in memory only, so they are answered while the database is down. They examine many messages, so both run on worker
 * threads, and only some at a time.
 */
@NullMarked
package dev.parlance.rest.search;

import org.jspecify.annotations.NullMarked;
