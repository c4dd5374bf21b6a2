/**
 * Bundles for clients that still substitute {@code %s}: JSON, printf text by key.
 *
 * <p>Arguments come in the order of the contract; where the text has another one, or names an argument twice, they are numbered
 * ({@code %2$s}). A percent sign of the text is doubled, also where there is no argument: every text is a format. Strings of
 * right-to-left texts are set apart with U+2068…U+2069, as the service does.
 *
 * <p>Exact are strings, and whole numbers without groups. All else is lossy: {@code %s} prints 1234 where the service prints 1,234; what
 * {@code %,d} and {@code %.2f} make of a number depends on the client's language and its locale; of plurals and selects
 * {@code other} is left, and of a date what the client passes.
 */
@NullMarked
package dev.parlance.formats.printf;

import org.jspecify.annotations.NullMarked;
