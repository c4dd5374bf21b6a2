/**
 * Files in, neutral content out, and back. A format is a reader and a writer; formats do not know each other.
 */
@NullMarked
package dev.parlance.formats;

import org.jspecify.annotations.NullMarked;
