/**
 * Language tags (BCP 47), the chain of fallbacks (CLDR parent locales) and the choice among what is offered.
 *
 * <p>Truncation is not a fallback chain: {@code zh-TW} cut to {@code zh} is Simplified Chinese for a reader of Traditional, and
 * {@code es-MX} is nearer to {@code es-419} than to {@code es}. The parents come from the CLDR data inside ICU4J; there
 * is no public method for them, so they are read from its resource bundle. Matching is ICU's {@code LocaleMatcher}.
 */
@NullMarked
package dev.parlance.locales;

import org.jspecify.annotations.NullMarked;
