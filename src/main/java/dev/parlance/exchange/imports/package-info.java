/**
 * The import of files into a catalog: a plan first, then all of it in one transaction, or nothing.
 *
 * <p>{@link dev.parlance.exchange.imports.ImportPlan} compares the entries of a file with the stored messages and changes nothing. A dry
 * run stops there. An import computes the plan again under the lock on the catalog and applies it, some messages at a time, so that its
 * memory does not grow with the number of texts.
 *
 * <p>Rules:
 *
 * <ul>
 * <li>A key that is not a valid message key gets a derived one. The message keeps the key of the file.
 * <li>Texts are compared by their patterns and not by their characters. A text with an equal pattern keeps its stored form.
 * <li>A file changes only what it contains. It neither removes a description nor a code that it does not mention.
 * <li>A new message gets the key as its code, the status 500, which clients treat as unknown, and the arguments of its source text.
 * <li>Approved texts are changed and texts are removed only on request.
 * </ul>
 */
@NullMarked
package dev.parlance.exchange.imports;

import org.jspecify.annotations.NullMarked;
