/** Checks that compare the tags, attributes and links of a text with those of its source. */
@NullMarked
package dev.parlance.checks.markup;

import org.jspecify.annotations.NullMarked;
