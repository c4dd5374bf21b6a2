/**
 * Text files with error codes in fixed layouts.
 *
 * <p>{@link dev.parlance.formats.table.text.CodeTextLayout} reads a table that was copied as text: each row consists of a code, an HTTP
 * status, a message and a description, without separators. The codes are split at the most frequent number of digits where possible. A line
 * without a code continues the description. Lines before the first row, such as headings, are ignored. The end of a message is found by its
 * repetition, or by a capital letter directly after a word, preferably of a word that starts other sentences. A message that cannot be
 * separated from its description is not split.
 *
 * <p>{@link dev.parlance.formats.table.text.ErrorMessageFileFormat} reads {@code errmsg-utf8.txt} of MariaDB and MySQL: symbols with an
 * error number, and a printf text in each language. SQLSTATEs become tags, because messages have no field for them. Conversions that exist
 * only in the server are replaced: <code>%`s</code> becomes a string in backquotes, {@code %T} a string without the truncation mark, and
 * {@code %M} a string with the number and text of a system error.
 */
@NullMarked
package dev.parlance.formats.table.text;

import org.jspecify.annotations.NullMarked;
