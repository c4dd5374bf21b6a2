/**
 * Files that are trees of named values: JSON and TOML.
 *
 * <p>Every value has the line of its name, so that problems name the place. The readers refuse what no file with translations needs and
 * what no text can hold: names that occur twice, more than 32 levels, NUL, and lone surrogates.
 */
@NullMarked
package dev.parlance.formats.tree;

import org.jspecify.annotations.NullMarked;
