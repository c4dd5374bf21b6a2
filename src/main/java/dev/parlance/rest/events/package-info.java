/**
 * Streams of server-sent events.
 *
 * <p>{@code EventStreams} bounds their number, keeps idle ones open, and ends them when the caller loses access, the client is too slow
 * or the replica stops. Resources only say which events a stream has.
 */
@NullMarked
package dev.parlance.rest.events;

import org.jspecify.annotations.NullMarked;
