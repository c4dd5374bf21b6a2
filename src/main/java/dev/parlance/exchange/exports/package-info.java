/**
 * The export of the draft of a catalog to files.
 *
 * <p>A file contains only the texts of its locale, without fallbacks, so that importing an unmodified file changes nothing. Exports are
 * deterministic: equal drafts produce equal bytes.
 */
@NullMarked
package dev.parlance.exchange.exports;

import org.jspecify.annotations.NullMarked;
