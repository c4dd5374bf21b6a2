/**
 * Releases of a catalog: cutting, validating, comparing, and the channels that point at them.
 *
 * <p>A release is immutable bytes, identified by their digest. Each locale has two documents, both canonical JSON that Jackson's generator
 * writes in a fixed order. Apps fetch the <em>bundle</em>: a pattern for each key in sorted order, fallbacks resolved and arguments by
 * name, so that one set of values fits every locale. It lists the texts in other languages, because clients must apply the plural and
 * number rules of those languages to them. This service renders from the <em>reference document</em>: codes, reasons, argument contracts,
 * descriptions and the texts as typed.
 *
 * <p>A bundle carries the number of the release in which its bytes were created, not of the release being served. A locale that did not
 * change therefore keeps its bytes, its digest and its ETag in later releases; the release being served is in a response header. Bundles
 * created by earlier versions do not list the texts in other languages, and keep their bytes. The next bundle of the locale has the list.
 * Tags are only in the reference document, so changing a tag changes no bundle.
 *
 * <p>A cut runs under the lock on its catalog. It reads and validates only the locales whose texts or fallbacks changed since the
 * latest release, because the others passed validation then; each catalog records the revisions needed to decide this. Validation
 * reports all blockers at once.
 *
 * <p>Cutting a release moves no channel. Apps see the release only after a separate move, which is checked against the channel's
 * version as last read by the caller and recorded permanently in {@link dev.parlance.publishing.release.ChannelMove}.
 *
 * <p>A rollback pops a channel's history like a stack: releases that were rolled back are skipped, so that a second rollback goes further
 * back. Moves record whether they are rollbacks, because a deliberate move to an earlier release is a step forward.
 *
 * <p>Documents are compressed once, when they are created, and the compressed bytes are reused in the database, in memory and in
 * snapshot files. This is why the package imports compression libraries.
 *
 * <p>The packages of publishing depend on each other in one direction: {@code files}, {@code delivery}, {@code memory},
 * {@code release}.
 */
@NullMarked
package dev.parlance.publishing.release;

import org.jspecify.annotations.NullMarked;
