/**
 * Streams of server-sent events.
 *
 * <p>{@code EventStreams} limits their number, keeps idle streams alive, and ends them when the caller loses access, the client is too slow
 * or the replica stops. Resources only select the events of a stream.
 */
@NullMarked
package dev.parlance.rest.events;

import org.jspecify.annotations.NullMarked;
