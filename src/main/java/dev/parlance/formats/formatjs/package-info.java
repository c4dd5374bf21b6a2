/**
 * Bundles for FormatJS: {@code intl-messageformat}, {@code react-intl} and related libraries.
 *
 * <p>The messages look like ICU's but differ. A {@code <} starts a tag, so it is quoted, except
 * with {@code tags=rich}: then tags without attributes that are opened and closed in the same branch are tags, for which the app
 * passes functions. Apostrophes are doubled, which both
 * libraries read alike. <code>{n}</code> of a declared number becomes <code>{n, number}</code>, because FormatJS localises a
 * number only if the pattern says it is one. Styles get ICU's default rounding mode. In right-to-left texts, strings are isolated
 * by U+2068…U+2069, as this service does; in a left-to-right text, an argument with right-to-left letters stays as it is.
 *
 * <p>The following are lossy:
 *
 * <ul>
 * <li>numbers without a style in locales where CLDR leaves four digits ungrouped, because FormatJS cannot express this: in
 *     Spanish it prints 1234 where the service prints 1.234
 * <li>percent, currency, compact and pattern styles
 * <li>all dates and times, because {@code short} is another form in FormatJS and the time zone is the device's
 * <li>{@code choice}
 * <li>selectors such as {@code =1.5}
 * <li>a conversion of a printf text that has no pattern ({@code %05d})
 * <li>plurals and numbers of a text that fell back to a locale with other rules
 * </ul>
 *
 * <p>Three differences are not counted: a number whose fourth decimal is a lone 5 is rounded the other way, a missing argument
 * throws, and a string with right-to-left letters in a left-to-right text is not isolated.
 *
 * <p>Files are read in both shapes, texts by id and objects with {@code defaultMessage} and {@code description}, and as lists of such
 * objects. Quotes around tags are removed, because only FormatJS has them. Texts that are compiled to syntax trees, and the places in
 * the source code, are reported.
 */
@NullMarked
package dev.parlance.formats.formatjs;

import org.jspecify.annotations.NullMarked;
