/**
 * Comments on messages and on their texts.
 *
 * <p>Comments discuss the draft. They do not change texts, so they have no revision in the history and are never released. They are deleted
 * with their catalog.
 *
 * <p>Each catalog counts the changes to its comments ({@code Comments#nextRevision}). The lock on this counter ensures that revisions are
 * in commit order, so reading the changes after a known revision never misses one.
 */
@NullMarked
package dev.parlance.catalog.comments;

import org.jspecify.annotations.NullMarked;
