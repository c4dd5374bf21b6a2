/**
 * The append-only history of a catalog, and the frame that every writing transaction runs in.
 *
 * <p>Every operation is one transaction under the lock on its catalog, one revision, and one {@code Change} for each target it changes,
 * with the complete state before and after ({@code WriteCatalog}, {@code Revision}). The lock makes the order of revisions the order of
 * commits. An operation that changes nothing leaves no trace.
 *
 * <p>Callers name the version they saw. {@code VersionCheck} rejects a change that is based on an outdated one, and returns both states
 * for a merge.
 */
@NullMarked
package dev.parlance.catalog.history;

import org.jspecify.annotations.NullMarked;
