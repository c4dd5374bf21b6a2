/**
 * Texts of a fixed layout with error codes.
 *
 * <p>{@link dev.parlance.formats.table.text.CodeTextLayout} reads a table that was copied as text: each row is a code, an HTTP
 * status, a message and a description without separators. All codes have the most frequent number of digits where that fits. A line
 * without a code continues the description. Lines before the first row, such as the headings, are not read. The end of a message is
 * found by its repetition or by a capital letter directly after a word, preferably of a word that starts other sentences. A message
 * that cannot be separated from its description stays whole.
 *
 * <p>{@link dev.parlance.formats.table.text.ErrorMessageFileFormat} reads {@code errmsg-utf8.txt} of MariaDB and MySQL: symbols with an
 * error number and a printf text in each language. SQLSTATEs become tags, because messages have no field for them. Of
 * the conversions that only the server has, <code>%`s</code> becomes a string in backquotes, {@code %T} a string without the mark of what
 * was cut, and {@code %M} a string, which is the number and text of a system error.
 */
@NullMarked
package dev.parlance.formats.table.text;

import org.jspecify.annotations.NullMarked;
