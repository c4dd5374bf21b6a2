/**
 * Bundles as flat JSON, text by key, for clients with an ICU of their own: ICU4J, ICU4C, and what is built on them.
 *
 * <p>The patterns are those of the canonical bundle, character for character, so nothing is lost. That includes isolation: a client with
 * ICU puts U+2068…U+2069 around what it inserts where it needs to, as this service does; a pattern that held them too would have them
 * twice.
 */
@NullMarked
package dev.parlance.formats.json;

import org.jspecify.annotations.NullMarked;
