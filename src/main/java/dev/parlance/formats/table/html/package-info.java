/**
 * Tables in HTML pages.
 *
 * <p>The reader returns all tables of a page that have a code and a message. Cells that span rows or columns count for each position that
 * they cover. Line breaks and blocks start a new line of the text. A cell that consists of one list contains several messages. The page is
 * decoded by its byte order mark or its {@code meta} element. Scripts, comments, texts outside of tables, and tables that are created in
 * the browser are ignored.
 */
@NullMarked
package dev.parlance.formats.table.html;

import org.jspecify.annotations.NullMarked;
