/**
 * Spreadsheets: CSV, TSV and Office Open XML workbooks.
 *
 * <p>Read: the cells as texts, of all sheets. A byte order mark decides the encoding (Excel saves Unicode texts as UTF-16), UTF-8 applies
 * without one. The separator of CSV is the one with the most regular rows. Numbers of a workbook are read as shown, as far as their format
 * pads or rounds digits; dates and other number formats are read as plain numbers. A formula is read as its last result. Not read: styles,
 * comments, merged cells beyond the first one, macros.
 *
 * <p>Written: a bundle as {@code key, code, reason, status, source, text, description}, a catalog as {@code key, code, reason,
 * status, tags, arguments} with two columns for each locale. Texts are ICU patterns. Files with these headings are read with this
 * dialect.
 *
 * <p>Formulas: cells of a workbook are texts and never evaluated. In CSV and TSV, a cell that starts with {@code = + - @}, a tab or a line
 * break gets an apostrophe in front, unless it is a number such as {@code -1015}. Reading an export removes it. Spreadsheets still drop the
 * zeros of {@code 0123} when they open CSV, so workbooks are the format to edit codes in.
 */
@NullMarked
package dev.parlance.formats.spreadsheet;

import org.jspecify.annotations.NullMarked;
