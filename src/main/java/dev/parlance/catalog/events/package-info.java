/**
 * The events of a catalog that other systems want to know about.
 *
 * <p>A use case records an event in its own transaction, so an event exists if and only if its change was committed. The package
 * {@code webhooks} implements {@code CatalogEvents}; use cases do not know how events are delivered.
 */
@NullMarked
package dev.parlance.catalog.events;

import org.jspecify.annotations.NullMarked;
