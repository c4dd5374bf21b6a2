/**
 * The command line: import, export, check, diff, release, rollback and sync, and the commands of the embedded database.
 *
 * <p>It is a client of the HTTP API, in the same jar as the service. A command starts neither Quarkus nor a database, so that
 * {@code --help} returns at once and {@code check} runs in a hook before each commit.
 *
 * <p>A command is a class with its options and one method. {@link dev.parlance.cli.CommandLineTool} lists the commands and turns failures
 * into exit codes, which are a contract with scripts: see {@link dev.parlance.cli.outcome.ExitCode}. Standard output has the result and
 * nothing else; progress and failures go to standard error.
 */
@NullMarked
package dev.parlance.cli;

import org.jspecify.annotations.NullMarked;
