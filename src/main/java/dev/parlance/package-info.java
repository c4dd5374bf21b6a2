/**
 * Start-up and the explicit lists of built-in components ({@code Wiring}, {@code CheckWiring}).
 *
 * <p>The service answers HTTP before it has a database, and serves the contents of its snapshot files from the first request on.
 * It connects, migrates, synchronises the shipped catalogs and loads what is published in the background, and retries until this
 * succeeds; readiness reports when it has. An outage at the wrong moment therefore costs time, not a crash loop.
 */
@NullMarked
package dev.parlance;

import org.jspecify.annotations.NullMarked;
