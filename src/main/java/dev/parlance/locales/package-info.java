/**
 * Language tags (BCP 47), fallback chains (CLDR parent locales) and locale negotiation.
 *
 * <p>Truncating a tag does not give a correct fallback chain. {@code zh-TW} truncated to {@code zh} is Simplified Chinese for a
 * reader of Traditional Chinese, and {@code es-MX} is closer to {@code es-419} than to {@code es}. The parents come from the CLDR
 * data in ICU4J. ICU4J has no public method for them, so they are read from its resource bundle.
 *
 * <p>{@code LocaleTag} accepts every well-formed tag, because readers may ask for anything. {@code KnownLanguages} accepts only what CLDR
 * names or reserves for private use, because texts in any other language would never be found.
 *
 * <p>A requested locale is matched by ICU's {@code LocaleMatcher}, whether it comes from a tag or from {@code Accept-Language}: the same
 * reader must not get two languages. CLDR's matching data knows languages that readers of another one understand, such as
 * {@code nb} for {@code nn}. {@code Fallback} limits how far texts may be from the requested locale.
 */
@NullMarked
package dev.parlance.locales;

import org.jspecify.annotations.NullMarked;
