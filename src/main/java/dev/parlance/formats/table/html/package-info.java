/**
 * Tables of HTML pages.
 *
 * <p>Read: all tables of a page that have a code and a message. Cells that span rows or columns count for each place they cover. A line
 * break or a block starts a line of the text. A cell that consists of one list has several messages. The page is decoded by its byte order
 * mark or its {@code meta} element. Not read: scripts, comments, texts outside of tables, pages that build their tables in the browser.
 */
@NullMarked
package dev.parlance.formats.table.html;

import org.jspecify.annotations.NullMarked;
