/**
 * The HTTP API as the commands use it.
 *
 * <p>The client is the JDK's, because a command has to start fast. It waits and repeats what the server asks to repeat, and turns problem
 * documents into one line with a remedy. The key of the environment is sent to the configured server only: redirects are not followed.
 */
@NullMarked
package dev.parlance.cli.server;

import org.jspecify.annotations.NullMarked;
