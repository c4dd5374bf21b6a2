/**
 * Language tags (BCP 47), fallback chains (CLDR parent locales) and locale negotiation.
 *
 * <p>Truncating a tag does not give a correct fallback chain. {@code zh-TW} truncated to {@code zh} is Simplified Chinese for a
 * reader of Traditional Chinese, and {@code es-MX} is closer to {@code es-419} than to {@code es}. The parents come from the CLDR
 * data in ICU4J. ICU4J has no public method for them, so they are read from its resource bundle. Matching uses ICU's
 * {@code LocaleMatcher}.
 *
 * <p>{@code LocaleTag} accepts every well-formed tag, because readers may ask for anything. {@code KnownLanguages} accepts only what CLDR
 * names or reserves for private use, because texts in any other language would never be found.
 */
@NullMarked
package dev.parlance.locales;

import org.jspecify.annotations.NullMarked;
