/**
 * Maps of error codes in JSON, TOML and YAML.
 *
 * <p>The reader uses the largest object or array whose values are texts, or objects with a common member. Columns are JSON pointers
 * relative to an entry; {@code 0#} is the name of its member, as in relative JSON pointers, and {@code 0} an entry that is itself a text.
 * An array of texts is one multi-line text. Entries nested in an entry become messages whose names are joined by a dot, as in
 * {@code PARSE_ERROR.EMPTY}. Arrays of objects within an entry, and other containers of the document, are ignored.
 */
@NullMarked
package dev.parlance.formats.table.codemap;

import org.jspecify.annotations.NullMarked;
