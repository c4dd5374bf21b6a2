/**
 * HTTP resources for operators: what readers asked for, and what was missing.
 *
 * <p>{@code DeliveryUsage} counts what {@code rest.delivery} sends. Reports are read from the database, so a count appears in them up to
 * a minute after its request.
 */
@NullMarked
package dev.parlance.rest.usage;

import org.jspecify.annotations.NullMarked;
