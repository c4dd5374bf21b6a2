/**
 * Tables of error codes as found in documentation, spreadsheets and maps of codes.
 *
 * <p>A mapping assigns a message field to each column or JSON pointer. It is inferred from headings and content, displayed with its
 * confidence, and can be corrected by the user. Each layout, such as Markdown or XLSX, is read by one class.
 */
@NullMarked
package dev.parlance.formats.table;

import org.jspecify.annotations.NullMarked;
