/**
 * Markdown and MDX documents with error codes.
 *
 * <p>Read: all tables that have a code and a message, and all sections whose heading names a code, such as {@code -1015 TOO_MANY_ORDERS},
 * {@code 51007: Token rejected}, <code>ERR_INVALID_ARG</code> or {@code TIMEOUT (28)}. Texts are read without markup; a break starts a
 * line. Missing cells at the end of a row are blank. If several sections have the same number and different names, the names are the keys.
 * A section without a code between others is reported. Not read: metadata before the document, HTML and components of MDX around texts,
 * quotation and code marks.
 */
@NullMarked
package dev.parlance.formats.table.markdown;

import org.jspecify.annotations.NullMarked;
