/**
 * Tables of error codes as people have them: in documentation, spreadsheets and maps of codes.
 *
 * <p>A mapping says what each column, or each JSON pointer, holds. It is guessed from headings and content, shown with its
 * confidence, and can be corrected. The layouts themselves, such as Markdown or XLSX, are read by one class each.
 */
@NullMarked
package dev.parlance.formats.table;

import org.jspecify.annotations.NullMarked;
