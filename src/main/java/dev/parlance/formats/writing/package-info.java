/**
 * Shared parts of the writers of file formats: the messages of a bundle as entries of a file, and XML with escapes.
 *
 * <p>The XML writer of the JDK writes line breaks in attributes, carriage returns and control characters in a way that no parser
 * reads back.
 */
@NullMarked
package dev.parlance.formats.writing;

import org.jspecify.annotations.NullMarked;
