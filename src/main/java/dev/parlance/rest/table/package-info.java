/**
 * Lists as text and CSV, for terminals, scripts and spreadsheets.
 *
 * <p>A list declares its columns once ({@link dev.parlance.rest.table.TableColumns}), over the items of its JSON form. Its method is
 * annotated with {@link dev.parlance.rest.table.ListFormats}, and its page implements {@link dev.parlance.rest.table.Tabular}. One filter
 * converts the page after the method has run, so that no resource knows the formats. The parameter {@code format} selects one of them, and
 * {@code Accept} does without it. JSON is the default.
 *
 * <p>Text is made for people: columns are aligned by the width that terminals give to characters, control characters are escaped, and an
 * empty cell is shown as {@code -}. CSV is made for programs: RFC 4180 in UTF-8, with a header row. A cell that a spreadsheet would
 * evaluate gets an apostrophe in front, as in exported files. Neither has a place for the cursor of the next page, so it is in the header
 * {@code Link} (RFC 8288).
 */
@NullMarked
package dev.parlance.rest.table;

import org.jspecify.annotations.NullMarked;
