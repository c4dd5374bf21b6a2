/**
 * Editing the draft of a catalog: settings, definitions and texts, and their checks.
 *
 * <p>A text that cannot be rendered is never stored. A draft may have any other fault, so that translators can save unfinished work, and
 * is not released. A translated or approved text has no errors, and its warnings are confirmed with a reason ({@code TextPolicy}).
 *
 * <p>A change of the source or of a constraint rechecks all texts concerned in the same transaction; {@code MessageDrafts.update} makes
 * this impossible to forget. Bulk updates of many messages only reset check results. {@code RecheckBacklog} checks these texts in the
 * background, in batches, so that no writer waits long for the lock.
 *
 * <p>A catalog that was never released can be deleted, with its history, and its source locale can be replaced: nothing refers to it yet.
 * After the first release, both would break applications that read it.
 *
 * <p>A revert restores the state before a revision or a job. It is rejected as a whole if any target was changed since.
 */
@NullMarked
package dev.parlance.catalog.editing;

import org.jspecify.annotations.NullMarked;
