/**
 * Snapshots: releases loaded into memory, compact and ready to be rendered, searched and delivered.
 *
 * <p>Readers never touch the editing model. A {@link dev.parlance.publishing.memory.Snapshot} is loaded from the documents of a
 * release alone, is immutable, and is replaced as a whole, so there is no cache to invalidate.
 *
 * <p>Messages are stored in columns by their position in the catalog and not as objects, because a million texts would take ten
 * million objects. Views and strings are created for each request, which costs tens of nanoseconds.
 *
 * <p>The {@link dev.parlance.publishing.memory.MessageDefinitions} are the same in all locales and are stored once; a locale that
 * disagrees is rejected. The bytes of the bundle must be in memory for delivery and already contain almost every text as typed. A
 * locale therefore adds only the offset of each pattern ({@link dev.parlance.publishing.memory.PatternColumn}), the descriptions, and
 * those texts that differ from their pattern ({@link dev.parlance.publishing.memory.TypedTexts}).
 *
 * <p>Compiled forms exist only for texts that do not render as typed. They are compiled from the typed text and not from its pattern,
 * because no pattern can express {@code %5s} or {@code %x}.
 *
 * <p>The texts of pseudo-locales are generated when they are read ({@link dev.parlance.publishing.memory.PseudoTexts}). A
 * {@link dev.parlance.publishing.memory.SearchIndex} is built when a locale is first searched, off the event loop. A search examines the
 * requested and the source locale first, because most pages are full before other locales are needed.
 *
 * <p>Locales are loaded in parallel and their documents are streamed, so loading needs little more memory than the result.
 */
@NullMarked
package dev.parlance.publishing.memory;

import org.jspecify.annotations.NullMarked;
