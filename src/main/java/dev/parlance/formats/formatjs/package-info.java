/**
 * Bundles for FormatJS: {@code intl-messageformat}, {@code react-intl} and their kin.
 *
 * <p>Its messages look like ICU's and are not. A {@code <} begins a tag, so it is quoted; apostrophes are doubled, which both read alike.
 * <code>{n}</code> of a declared number becomes <code>{n, number}</code>, since FormatJS localises no number that is not called one. Styles
 * get the rounding ICU has by default. Strings of right-to-left texts are set apart with U+2068…U+2069, as the service does;
 * in a left-to-right text an argument with right-to-left letters stays as it is.
 *
 * <p>Lossy are: numbers without a style in locales where CLDR leaves four digits together (Spanish prints 1234 where the service prints
 * 1.234), because FormatJS has no word for that; percent, currency, compact and pattern styles; every date and time, for
 * {@code short} is another form there and the zone is the device's; {@code choice}; bounds such as {@code =1.5}; plurals and
 * numbers of a text that fell back to a locale with other rules. Two things are not counted: a number whose fourth decimal is a lone
 * 5 is rounded the other way, and a missing argument throws.
 */
@NullMarked
package dev.parlance.formats.formatjs;

import org.jspecify.annotations.NullMarked;
