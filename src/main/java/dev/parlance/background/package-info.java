/**
 * Loops beside the requests: the release poller, the snapshot writer, the job worker, the poller of draft events and
 * the flusher of usage counts.
 *
 * <p>Requests never wait for them. Each loop survives any failure of its task and logs an outage once, not at every attempt.
 * Every replica runs all of them: jobs are shared through row locks in the database; polling and files are each replica's own.
 */
@NullMarked
package dev.parlance.background;

import org.jspecify.annotations.NullMarked;
