/**
 * Bundles as JSON with printf texts by key, for clients that still substitute {@code %s}.
 *
 * <p>Arguments are passed in the order of the contract. If a text uses a different order or repeats an argument, its arguments are numbered
 * ({@code %2$s}). A percent sign in the text is doubled even without arguments, because every text is a format string. In right-to-left
 * texts, strings are isolated by U+2068…U+2069, as in this service.
 *
 * <p>Strings and whole numbers without grouping are exact. Everything else is lossy: {@code %s} prints 1234 where the service prints 1,234.
 * The output of {@code %,d} and {@code %.2f} depends on the programming language and the locale of the client. Plurals and selects are
 * reduced to {@code other}, and the client formats dates itself. A printf conversion that no pattern can express ({@code %05d}) becomes
 * {@code %s}.
 */
@NullMarked
package dev.parlance.formats.printf;

import org.jspecify.annotations.NullMarked;
