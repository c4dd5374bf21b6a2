/**
 * Drift: what no longer agrees between the locales of a catalog, between its codes and their advice, or between two catalogs.
 *
 * <p>A check tells a translator about one text. Drift tells an operator about a whole catalog, so only those checks take part that compare
 * locales; this package runs them and adds no second opinion on a text. It adds what no single text shows: advice that contradicts a
 * status, messages of one code that disagree, and differences between two catalogs, such as production and a test documentation.
 *
 * <p>A page examines a bounded number of texts, and may therefore be short or empty although more pages follow. Everything here is pure.
 */
@NullMarked
package dev.parlance.drift;

import org.jspecify.annotations.NullMarked;
