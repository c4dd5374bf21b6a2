/**
 * The people who work on a draft at this moment, and the message that each has open.
 *
 * <p>A place expires unless it is reported again, so no client needs to leave. All times are those of the database: the clocks of the
 * replicas may differ by more than a place lasts. Presence is not recorded in the history.
 */
@NullMarked
package dev.parlance.catalog.presence;

import org.jspecify.annotations.NullMarked;
