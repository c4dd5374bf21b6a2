/** Checks that compare the arguments, plurals and select keys of a text with those of its source. */
@NullMarked
package dev.parlance.checks.placeholders;

import org.jspecify.annotations.NullMarked;
