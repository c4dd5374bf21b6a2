/**
 * The root: starting up, the embedded database, and the lists of what is built in ({@code Wiring}, {@code AccessWiring},
 * {@code CheckWiring}), and what goes on beside the requests ({@code ReleasePoller}, {@code SnapshotWriter}, {@code JobWorker}).
 *
 * <p>The service answers HTTP before it has a database, and serves at once what it kept in its files the last time. Connecting, migrating, synchronising the shipped catalogs and
 * loading what is published happen in the background and are tried again until they succeed; readiness says when they did.
 * So an outage at the wrong moment costs time, not a crash loop.
 */
@NullMarked
package dev.parlance;

import org.jspecify.annotations.NullMarked;
