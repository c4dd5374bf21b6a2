/**
 * Comments on messages and on their texts.
 *
 * <p>Comments are talk about the draft. They change no text, so they have no revision in the history and are never released. They are
 * deleted with their catalog.
 *
 * <p>A catalog counts the changes of its comments ({@code Comments#nextRevision}). The lock on this counter makes the order of the
 * revisions the order of commits, so a reader that knows a revision misses no later change.
 */
@NullMarked
package dev.parlance.catalog.comments;

import org.jspecify.annotations.NullMarked;
