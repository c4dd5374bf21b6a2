/**
 * The identity of a request in the log: a trace id and a request id, which each log line of the request has.
 *
 * <p>A trace id follows a request through several services, by the header {@code traceparent} (W3C Trace Context). A request id is that of
 * this service only, or of the proxy in front of it. Both are validated, because clients may send anything.
 *
 * <p>The fast path writes no log lines, so it does not determine the ids.
 */
@NullMarked
package dev.parlance.rest.logs;

import org.jspecify.annotations.NullMarked;
