/**
 * Shared parts of the readers of file formats: the collection of messages, XML without entities, and the start of a file.
 */
@NullMarked
package dev.parlance.formats.reading;

import org.jspecify.annotations.NullMarked;
