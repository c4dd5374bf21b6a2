/**
 * HTTP handling in front of the resources: fast path, validation, caching headers, CORS, metrics.
 *
 * <p>Four Vert.x handlers run before Jakarta REST, in this order: {@code SecurityHeaders}, {@code FastPath}, {@code RequestMetrics},
 * {@code RequestValidation}. The fast path serves common valid GETs from memory on the event loop, and records their metrics itself.
 * Everything else falls through to Jakarta REST. Both paths give the same response, because they share the code that creates it:
 * {@code PrecomputedResponse} for bundles, and {@code MessageResponse} for messages. The fast path never rejects a request, so each
 * rejection is implemented once. Methods that query the database run on worker threads.
 *
 * <p>A query parameter that a method does not declare is rejected ({@code UnknownParameterFilter}). Caches use the whole URL as their
 * key, so each ignored parameter would store the same response again.
 *
 * <p>{@code ProblemMapper} and {@code RequestValidation} convert the errors of Jakarta REST and of the HTTP server to problem
 * documents (RFC 9457), like those of our own code.
 */
@NullMarked
package dev.parlance.rest.http;

import org.jspecify.annotations.NullMarked;
