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
 * Tags are part of the reference alone, so a changed tag changes no bundle; a part selected by tag is of the release that has the tags.
 *
 * <p>Readers never touch the editing model. A {@code Snapshot} is made from a release's blobs alone, is never changed,
 * and is swapped as a whole; there is no cache to clear.
 *
 * <p>A cut works under the lock on its catalog and reads only the locales whose texts, or whose fallbacks, changed since the last
 * release; each catalog remembers the revision of that. The gate looks at the same locales, because the others passed it before.
 * The gate says all it found at once. Cutting moves no channel: what apps read changes by a second, separate act, which is
 * checked against what its caller has seen and kept for ever ({@code ChannelMove}).
 *
 * <p>Replicas ask once a second where the channels point, in one query for all catalogs; an announcement only makes them ask
 * earlier. So nothing is lost with a lost announcement, and it works where there are none. What was confirmed by the database
 * last is what staleness counts from, because a connection that was cut in silence reports nothing.
 *
 * <p>Compressed bytes are made when a bundle is, and travel with it: into the database, into memory, into the file from which the
 * service starts without a database. Other shapes of a bundle are made when first asked for, and kept by the digest of what they are
 * made from. That is why this room may import compressors, and the formats.
 *
 * <p>A snapshot is kept by position, the order of the catalog, and not as objects a message: a million texts would be ten million
 * of them. What a message is ({@code MessageDefinitions}) is the same in all locales, so it is there once; a locale that says something else
 * is refused. The bytes of the bundle have to be in memory to be delivered, and hold nearly every text as typed already: a locale
 * adds the offset of each ({@code PatternColumn}), its descriptions, and only those texts whose pattern is not what was typed
 * ({@code TypedTexts}). A program is kept for texts that do not print as they are typed, compiled from the text as typed and not from
 * its pattern: {@code %5s} and {@code %x} have no pattern that says as much. Views and strings are made for a request, which
 * costs it tens of nanoseconds. Locales are read side by side, without a tree of the document, so that loading needs little
 * more memory than what stays.
 */
@NullMarked
package dev.parlance.publishing;

import org.jspecify.annotations.NullMarked;
