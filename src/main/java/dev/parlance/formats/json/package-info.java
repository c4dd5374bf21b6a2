/**
 * Bundles as flat JSON, text by key, for clients with their own ICU.
 *
 * <p>Such clients are ICU4J, ICU4C and libraries built on them. The patterns are those of the canonical bundle, character for
 * character, so nothing is lost but the conversions of printf texts that no pattern expresses ({@code %05d}). ICU's
 * {@code MessageFormat} isolates no arguments, so patterns of right-to-left texts contain U+2068…U+2069 around inserted strings. Such a
 * client knows one locale only: a text that fell back from a locale with other rules is lossy if it has numbers, dates or plurals.
 */
@NullMarked
package dev.parlance.formats.json;

import org.jspecify.annotations.NullMarked;
