/**
 * Files that are trees of named values: readers for JSON and TOML, and a writer for human-readable JSON.
 *
 * <p>Every value records the line of its name, so that problems can report the location. The readers reject content that translation files
 * do not need and that texts cannot contain: duplicate names, more than 32 levels, NUL, and lone surrogates.
 */
@NullMarked
package dev.parlance.formats.tree;

import org.jspecify.annotations.NullMarked;
