/**
 * The command line: import, export, check, diff, release, rollback and sync, and the commands for the embedded database.
 *
 * <p>It is a client of the HTTP API, in the same jar as the service. A command starts neither Quarkus nor a database, so that
 * {@code --help} returns immediately and {@code check} can run in a pre-commit hook.
 *
 * <p>Each command is a class with its options and one method. {@link dev.parlance.cli.CommandLineTool} lists the commands and converts
 * failures to exit codes, which are a contract with scripts: see {@link dev.parlance.cli.outcome.ExitCode}. Standard output contains only
 * the result; progress and failures are written to standard error.
 */
@NullMarked
package dev.parlance.cli;

import org.jspecify.annotations.NullMarked;
