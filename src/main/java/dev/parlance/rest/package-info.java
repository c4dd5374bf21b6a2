/**
 * The HTTP edge: parse, call, answer.
 *
 * <p>All reads come from memory, so every method runs on the event loop. A query parameter that a method does not declare
 * is refused: caches in front of us key on the whole address.
 *
 * <p>Every refusal is an {@code application/problem+json} made in one place, {@code ProblemDocuments}, whatever raised it:
 * our code, Jakarta REST or the HTTP server.
 */
@NullMarked
package dev.parlance.rest;

import org.jspecify.annotations.NullMarked;
