/**
 * Spreadsheets: CSV, TSV and Office Open XML workbooks.
 *
 * <p>The reader treats the cells of all sheets as texts. A byte order mark determines the encoding, because Excel saves Unicode texts as
 * UTF-16; otherwise, files are UTF-8. The separator of CSV is the character that produces the most regular rows. Numbers of a workbook are
 * read as displayed if their format pads or rounds digits; dates and other number formats are read as plain numbers. The value of a formula
 * is its last result. Styles, comments, macros, and merged cells other than the first are ignored.
 *
 * <p>A bundle is written with the columns {@code key, code, reason, status, source, text, description}, a catalog with the columns
 * {@code key, code, reason, status, tags, arguments} and two columns for each locale. Texts are ICU patterns. Files with these headings are
 * read in the ICU dialect.
 *
 * <p>Workbook cells are texts and are never evaluated as formulas. In CSV and TSV, a cell that starts with {@code = + - @}, a tab or a line
 * break is prefixed with an apostrophe, unless it is a number such as {@code -1015}. Reading an export removes the apostrophe. Spreadsheets
 * still drop the leading zeros of {@code 0123} when they open CSV, so codes should be edited in workbooks.
 */
@NullMarked
package dev.parlance.formats.spreadsheet;

import org.jspecify.annotations.NullMarked;
