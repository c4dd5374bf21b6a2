/**
 * Releases: freeze a catalog's draft into bytes under a digest, point a channel at them, and deliver them from memory.
 *
 * <p>Two documents are frozen a locale. The <em>bundle</em> (key to pattern) is what apps fetch: fallbacks resolved, arguments by
 * name, so that one set of values fits every locale. The <em>reference</em> (codes, reasons, contracts, texts as typed,
 * descriptions) is what this service renders from. Both are canonical JSON, written by Jackson's generator in a fixed
 * order; a bundle's keys are sorted.
 *
 * <p>A bundle names the release in which its bytes were made, not the release that is asked for. So a locale that did
 * not change keeps its bytes, its digest and its ETag through later releases; the release served is in the header.
 *
 * <p>Readers never touch the editing model. A {@code Snapshot} is made from a release's blobs alone, is never changed,
 * and is swapped as a whole; there is no cache to clear.
 */
@NullMarked
package dev.parlance.publishing;

import org.jspecify.annotations.NullMarked;
