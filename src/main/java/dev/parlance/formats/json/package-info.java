/**
 * Bundles as flat JSON, text by key, for clients with their own ICU.
 *
 * <p>Such clients are ICU4J, ICU4C and libraries built on them. The patterns are those of the canonical bundle, character for
 * character, so nothing is lost but the conversions of printf texts that no pattern expresses ({@code %05d}). This includes isolation: a client with ICU puts U+2068…U+2069 around inserted values where
 * needed, as this service does. A pattern that contained them would isolate twice.
 */
@NullMarked
package dev.parlance.formats.json;

import org.jspecify.annotations.NullMarked;
