/**
 * What readers of several file formats share: the collection of messages, XML without entities, and the start of a file.
 */
@NullMarked
package dev.parlance.formats.reading;

import org.jspecify.annotations.NullMarked;
