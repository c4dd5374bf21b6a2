/**
 * Collects the messages from which {@code parlance generate} generates code.
 *
 * <p>There are two sources. The default is the project's files: a build needs no network, and the code matches the texts of the same
 * commit. With a channel, the messages of its current release are read from the server, for apps whose texts are not in their repository.
 * Only a folder in Parlance's own layout and a server specify codes, reasons and argument types. Other files have only keys and texts, so
 * the use of an argument in the source text determines its type, as in an import.
 */
@NullMarked
package dev.parlance.cli.generate;

import org.jspecify.annotations.NullMarked;
