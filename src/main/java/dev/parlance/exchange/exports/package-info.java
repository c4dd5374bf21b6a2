/**
 * The export of the draft of a catalog to files.
 *
 * <p>A file has the texts of its locale only, without fallbacks, so that an import of the same file changes nothing. Exports are
 * deterministic: the same draft gives the same bytes.
 */
@NullMarked
package dev.parlance.exchange.exports;

import org.jspecify.annotations.NullMarked;
