/**
 * The layout of {@code translations/}: one folder per catalog, readable in editors and diffs.
 *
 * <ul>
 * <li>{@code catalog.json}: title, source locale and the list of locales
 * <li>{@code codes.csv}: one line per message with key, code, reason and HTTP status, and the tags separated by spaces if any message has
 *     tags
 * <li>{@code arguments.csv}: one line per declared argument, in order
 * <li>{@code ja.json}: the texts of one locale, with their syntax
 * </ul>
 *
 * <p>The texts are JSON, because a message may contain quotation marks, line breaks and any script, and translation tools support JSON. The
 * tables are CSV, the common format for tables. Writing is canonical: a folder that was read is written back byte for byte.
 *
 * <p>A folder is imported as a whole, with definitions and all locales. Files that {@code catalog.json} does not list are reported. The
 * title and the required locales are settings of a catalog, which an import does not change.
 */
@NullMarked
package dev.parlance.formats.folder;

import org.jspecify.annotations.NullMarked;
