/**
 * The resource limits of a replica.
 *
 * <p>One enum lists every limit with its reason, and one object counts what is in use and what was rejected. Both are exported as
 * metrics, so an operator sees which limit rejects requests. Limits on the content of a text belong to {@code rendering} and
 * {@code checks} instead: they bound one message, not the service.
 */
@NullMarked
package dev.parlance.limits;

import org.jspecify.annotations.NullMarked;
