/**
 * The import of files into a catalog: first a plan, then a transaction that applies the whole plan or nothing.
 *
 * <p>{@link dev.parlance.exchange.imports.ImportPlan} compares the entries of a file with the stored messages, without side effects. A dry
 * run ends there. An import computes the plan again while the catalog is locked, and applies it in batches of messages, so that its memory
 * does not grow with the number of texts.
 *
 * <p>Rules:
 *
 * <ul>
 * <li>A key that is not a valid message key is replaced with a derived key. The message stores the key of the file.
 * <li>Texts are compared by their patterns, not by their characters. A text with an equal pattern keeps its stored form.
 * <li>A file changes only what it contains. For example, it does not remove a description or a code that it omits.
 * <li>A new message gets its key as the code, and the arguments of its source text. Without a status, it gets 500 if the file has
 * a code for it, and 200 otherwise.
 * <li>Approved texts are changed, and texts are removed, only on request.
 * </ul>
 */
@NullMarked
package dev.parlance.exchange.imports;

import org.jspecify.annotations.NullMarked;
