/**
 * Maps of error codes in JSON, TOML and YAML.
 *
 * <p>Read: the largest object or array whose values are objects with a common member, or texts. Columns are JSON pointers relative
 * to an entry; {@code 0#} is the name of its member, as in relative JSON pointers, and {@code 0} an entry that is a text itself. An
 * array of texts is one text with several lines. An object of further entries within an entry gives messages whose names are joined
 * by a dot, as in {@code PARSE_ERROR.EMPTY}. Not read: arrays of objects within an entry, and other containers of the document.
 */
@NullMarked
package dev.parlance.formats.table.codemap;

import org.jspecify.annotations.NullMarked;
