/**
 * Bundles as JSON with printf texts by key, for clients that still substitute {@code %s}.
 *
 * <p>Arguments come in the order of the contract. If a text has another order or uses an argument twice, its arguments are
 * numbered ({@code %2$s}). A percent sign in the text is doubled even if there is no argument, because every text is a format
 * string. In right-to-left texts, strings are isolated by U+2068…U+2069, as this service does.
 *
 * <p>Strings and whole numbers without grouping are exact. Everything else is lossy: {@code %s} prints 1234 where the service
 * prints 1,234. The output of {@code %,d} and {@code %.2f} depends on the client's programming language and its locale. Plurals
 * and selects are reduced to {@code other}, and a date is whatever the client passes. A
 * conversion of a printf text that no pattern expresses ({@code %05d}) becomes {@code %s}.
 */
@NullMarked
package dev.parlance.formats.printf;

import org.jspecify.annotations.NullMarked;
