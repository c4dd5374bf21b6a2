/**
 * The HTTP edge: parse, call, answer.
 *
 * <p>Reads come from memory, and those that are asked for most take a short way on the event loop ({@code ShortWay}), before
 * anything else is looked at. The first request for a bundle goes through the gate and Jakarta REST on a worker thread, which may
 * have to make what is asked for; what came of it is kept with the address ({@code BundleResponseCache}), and both ways send the same
 * {@code PrecomputedResponse}. A message is rendered each time, by the same {@code MessageResponse} on both ways; the short one
 * ({@code MessageFastPath}) refuses nothing, but lets the long one do so. Whatever asks the database runs on worker threads.
 *
 * <p>A query parameter that a method does not declare is refused: caches in front of us key on the whole address.
 *
 * <p>Every method says who may call it: {@code @Needs} a permission in the catalog of its path, or {@code @Admits} somebody
 * ({@code AuthorizationFilter}). One that says neither stops the service at its start.
 *
 * <p>Live events are a resource like the others, and stand here and not in a room of their own: they share refusals, routes and
 * documentation with them.
 *
 * <p>Every refusal is an {@code application/problem+json} made in one place, {@code ProblemDocuments}, whatever raised it:
 * our code, Jakarta REST or the HTTP server.
 */
@NullMarked
package dev.parlance.rest;

import org.jspecify.annotations.NullMarked;
