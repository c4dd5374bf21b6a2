/**
 * Bundles for FormatJS: {@code intl-messageformat}, {@code react-intl} and related libraries.
 *
 * <p>The messages look like ICU messages, but differ. {@code <} starts a tag, so it is quoted. With {@code tags=rich}, tags without
 * attributes that are opened and closed in the same branch are written as tags, which the app handles with functions. Apostrophes are
 * doubled, which both libraries read the same. <code>{n}</code> of a declared number becomes <code>{n, number}</code>, because FormatJS
 * formats a number only if the pattern declares it. Styles get ICU's default rounding mode. In right-to-left texts, strings are isolated by
 * U+2068…U+2069, as in this service; in a left-to-right text, an argument with right-to-left letters is not isolated.
 *
 * <p>The following are lossy:
 *
 * <ul>
 * <li>numbers without a style in locales where CLDR leaves four digits ungrouped, because FormatJS cannot express this: in Spanish, it
 * <li>numbers without a style in locales where CLDR leaves four digits ungrouped, because FormatJS cannot force grouping: in Spanish, it
 *     prints 1234 where the service prints 1.234
 * <li>all dates and times, because {@code short} has a different meaning in FormatJS and the time zone is that of the device
 * <li>{@code choice}
 * <li>selectors such as {@code =1.5}
 * <li>printf conversions that no pattern can express ({@code %05d})
 * <li>plurals and numbers of a text that fell back to a locale with different rules
 * </ul>
 *
 * <p>Three differences are not reported: a number whose fourth decimal is a lone 5 is rounded the other way, a missing argument throws, and
 * a string with right-to-left letters in a left-to-right text is not isolated.
 *
 * <p>The reader supports texts by id, objects with {@code defaultMessage} and {@code description} by id, and lists of such objects. Quotes
 * around tags are removed, because only FormatJS uses them. Texts that are compiled to syntax trees, and references to source code, are
 * reported.
 */
@NullMarked
package dev.parlance.formats.formatjs;

import org.jspecify.annotations.NullMarked;
