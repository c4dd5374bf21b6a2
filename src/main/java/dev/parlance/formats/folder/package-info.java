/**
 * The layout of {@code translations/}: a folder a catalog, made for editors and for diffs.
 *
 * <ul>
 * <li>{@code catalog.json}: title, source locale, the locales there are
 * <li>{@code codes.csv}: one line a message: key, code, reason, HTTP status and, where some message has any, its tags, separated by blanks
 * <li>{@code arguments.csv}: one line a declared argument, in order
 * <li>{@code ja.json}: the texts of one locale, with their syntax
 * </ul>
 *
 * <p>JSON for the texts, because a message may hold quotation marks, line breaks and any script, and every tool a
 * translator may own reads it; CSV for the tables, because a table is what they are. Writing is canonical: what was
 * read is written back byte for byte.
 */
@NullMarked
package dev.parlance.formats.folder;

import org.jspecify.annotations.NullMarked;
