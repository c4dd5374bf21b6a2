/**
 * Bundles for i18next 21 and later (JSON v4): <code>{{name}}</code>, and one text per plural form.
 *
 * <p>The app passes the arguments by name, best in {@code replace}, where they are not taken for options. It also passes the
 * counted number as {@code count} (with {@code ordinal: true} for an ordinal), and the selecting string as {@code context}. These
 * two are i18next's only means of selection, and an app that uses i18next has both values. So a message with one plural and one
 * select is supported, and its surrounding text is multiplied out: {@code key_one}, {@code key_context}, {@code key_context_one}.
 * Every category of the locale is written, because i18next may look up no other key. {@code =0} becomes {@code _zero}; any other
 * exact number becomes the category that stands for this number alone. The app's {@code escapeValue} decides whether inserted
 * values are escaped for HTML; this service prints plain text.
 *
 * <p>Numbers are <code>{{n, number}}</code>, which i18next passes to {@code Intl.NumberFormat}, with grouping and decimals as its
 * options. Keys stay flat: i18next finds a key with a dot, and no key has a colon. In right-to-left texts, strings are isolated
 * by U+2068…U+2069, as this service does.
 *
 * <p>The following are lossy:
 *
 * <ul>
 * <li>a second argument to count or to select by
 * <li>an offset
 * <li>an exact number without a category of its own
 * <li><code>{{</code>, {@code $t(} and braces around a slot as text, because i18next has no quoting
 * <li>an argument named like an option of {@code Intl.NumberFormat}, beside a number
 * <li>dates and times, because the time zone is the device's
 * <li>money
 * <li>styles that ECMA-402 does not share
 * <li>a form whose key another message has already
 * <li>plurals and numbers of a text that fell back to a locale with other rules
 * </ul>
 *
 * <p>Two differences are not counted: a number whose fourth decimal is a lone 5 is rounded the other way, and a missing argument
 * prints nothing.
 */
@NullMarked
package dev.parlance.formats.i18next;

import org.jspecify.annotations.NullMarked;
