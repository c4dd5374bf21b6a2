/**
 * Bundles as flat JSON, text by key, for clients with their own ICU.
 *
 * <p>Such clients are ICU4J, ICU4C and libraries built on them. The patterns are identical to those of the canonical bundle, so the only
 * losses are printf conversions that no pattern can express ({@code %05d}). ICU's {@code MessageFormat} does not isolate arguments, so
 * patterns of right-to-left texts contain U+2068…U+2069 around inserted strings. A client uses a single locale, so a text that fell back
 * from a locale with different rules is lossy if it has numbers, dates or plurals.
 *
 * <p>The reader supports flat, nested and mixed files. Nested names are joined by dots, so the key {@code a.b} and the member {@code b} of
 * {@code a} are the same key. If both exist with different texts, the second is reported. Array items are named by their position from 0
 * ({@code steps.0}), as in i18next, and are written as members of an object. Numbers, booleans and null are reported, because it is unknown
 * how a client prints them. Duplicate names in an object are rejected, because most libraries silently drop one of them. Comments are
 * skipped. The dialect of the texts is detected.
 */
@NullMarked
package dev.parlance.formats.json;

import org.jspecify.annotations.NullMarked;
