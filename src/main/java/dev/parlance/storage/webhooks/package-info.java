/** Webhooks and their deliveries in PostgreSQL. Uses plain SQL, because claims and the log need no entities. */
@NullMarked
package dev.parlance.storage.webhooks;

import org.jspecify.annotations.NullMarked;
