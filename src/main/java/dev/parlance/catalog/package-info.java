/**
 * The domain: catalogs, messages and texts, and the ports to their storage.
 *
 * <p>Entities are the domain model. They have inert JPA annotations, private fields, no setters, and intention-revealing methods. There
 * is no second set of classes for the API or the database. The argument contract of a message is one column instead of a table, and so
 * are its tags: they are read and written with their message and never queried alone.
 *
 * <p>A catalog counts its writing transactions as revisions. For its definitions and for each locale it stores the revision of the last
 * change, so a reader knows what to load again without loading it. Targets of changes have versions of their own for optimistic locking.
 *
 * <p>A message is never deleted. It is retired, which removes it from the next release and keeps its key taken, so every reference to a
 * message stays valid and no second notion of deletion is needed. A text can be removed; if it is created again, its versions continue
 * where they stopped.
 *
 * <p>A text is a draft, translated or approved. A catalog with required review releases approved texts only. Stale is not a state: it is
 * computed from the content hash of the source that the text was made from.
 *
 * <p>The numbers of errors and warnings are stored with each text, and the counts of a locale with the locale. Lists, overviews and the
 * release gate therefore load no texts that they do not show.
 *
 * <p>The sub-packages hold one feature each and import each other in one direction: {@code jobs} and {@code suggestions} import
 * {@code editing}, which imports {@code glossary}, which imports {@code history}. {@code activity} imports {@code comments} and
 * {@code presence}, which import none of the others.
 */
@NullMarked
package dev.parlance.catalog;

import org.jspecify.annotations.NullMarked;
