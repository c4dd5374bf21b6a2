/**
 * The events of a catalog to which other systems can subscribe.
 *
 * <p>A use case records an event in its own transaction, so an event exists if and only if its change was committed. The package
 * {@code webhooks} implements {@code CatalogEvents}; use cases do not know how events are delivered.
 */
@NullMarked
package dev.parlance.catalog.events;

import org.jspecify.annotations.NullMarked;
