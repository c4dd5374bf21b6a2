/**
 * The client of the HTTP API for commands.
 *
 * <p>It uses the HTTP client of the JDK, because commands must start quickly. It waits and retries as requested by the server, and converts
 * problem documents to one line with a remedy. The API key from the environment is sent only to the configured server: redirects are not
 * followed.
 */
@NullMarked
package dev.parlance.cli.server;

import org.jspecify.annotations.NullMarked;
