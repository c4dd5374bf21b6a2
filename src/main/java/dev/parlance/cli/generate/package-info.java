/**
 * Collects the messages from which {@code parlance generate} makes code.
 *
 * <p>There are two sources. The default is the project's files: a build needs no network, and code and texts of one commit match. With a
 * channel, the messages of its current release are read from the server, for apps whose texts are not in their repository. Only a folder in
 * Parlance's own layout and a server specify codes, reasons and argument types. Other files have keys and texts, so that the types of
 * arguments follow from their use in the source text, as in an import.
 */
@NullMarked
package dev.parlance.cli.generate;

import org.jspecify.annotations.NullMarked;
