/**
 * The people who are currently working on a draft, and the message that each has open.
 *
 * <p>A place expires unless it is reported again, so clients need not report that they leave. All times come from the database, because the
 * clocks of replicas may differ by more than the lifetime of a place. Presence is not recorded in the history.
 */
@NullMarked
package dev.parlance.catalog.presence;

import org.jspecify.annotations.NullMarked;
