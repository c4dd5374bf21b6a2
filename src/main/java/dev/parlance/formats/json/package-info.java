/**
 * Bundles as flat JSON, text by key, for clients with their own ICU.
 *
 * <p>Such clients are ICU4J, ICU4C and libraries built on them. The patterns are those of the canonical bundle, character for
 * character, so nothing is lost but the conversions of printf texts that no pattern expresses ({@code %05d}). ICU's
 * {@code MessageFormat} isolates no arguments, so patterns of right-to-left texts contain U+2068…U+2069 around inserted strings. Such a
 * client knows one locale only: a text that fell back from a locale with other rules is lossy if it has numbers, dates or plurals.
 *
 * <p>Files are read flat and nested, also mixed: names on the way to a text are joined by dots, so the key {@code a.b} and the member
 * {@code b} of {@code a} are the same one. If both exist with different texts, the second one is reported. Items of arrays have their
 * position from 0 as name ({@code steps.0}), as i18next addresses them, and are written as members of an object. Numbers, booleans and
 * null are reported, because nothing tells how a
 * client prints them. Names that occur twice in one object are refused: most libraries keep one of them without a word. Comments are
 * skipped. The dialect of the texts is detected.
 */
@NullMarked
package dev.parlance.formats.json;

import org.jspecify.annotations.NullMarked;
