/**
 * Markdown and MDX documents with error codes.
 *
 * <p>The reader returns all tables that have a code and a message, and all sections whose heading contains a code, such as
 * {@code -1015 TOO_MANY_ORDERS}, {@code 51007: Token rejected}, <code>ERR_INVALID_ARG</code> or {@code TIMEOUT (28)}. Texts are read
 * without markup; a break starts a new line. Missing cells at the end of a row are blank. If several sections have the same number and
 * different names, the names are the keys. A section without a code between sections with codes is reported. Front matter, HTML tags and
 * MDX components around texts, quotation marks and code marks are ignored.
 */
@NullMarked
package dev.parlance.formats.table.markdown;

import org.jspecify.annotations.NullMarked;
