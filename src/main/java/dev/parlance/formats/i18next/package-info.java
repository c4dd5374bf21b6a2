/**
 * Bundles for i18next 21 and later, its JSON v4: <code>{{name}}</code>, and a text for each plural form.
 *
 * <p>The app passes the arguments by their names, best in {@code replace}, where they are not taken for options; the number that is
 * counted also as {@code count} (with {@code ordinal: true} for an ordinal), and the word that is chosen by also as {@code context}. Those
 * two are i18next's only way to choose, and an app that uses i18next has them at hand; so a message with one of each is carried, its
 * surrounding text multiplied out: {@code key_one}, {@code key_context}, {@code key_context_one}. Every category of the locale is
 * written, because i18next may look no further; {@code =0} becomes {@code _zero}, another exact number the category that stands for
 * this number alone. What is inserted is escaped for HTML or not as the app has set {@code escapeValue}; the service prints plain text.
 *
 * <p>Numbers are <code>{{n, number}}</code>, which i18next gives to {@code Intl.NumberFormat}; groups and decimals go along as its
 * options. Keys stay flat: a dot is found as it stands, a colon no key has. Strings of right-to-left texts are set apart with
 * U+2068…U+2069, as the service does.
 *
 * <p>Lossy are: a second argument to count or to choose by, an offset, an exact number with no category of its own, <code>{{</code>,
 * {@code $t(} and braces around a slot as text (nothing quotes them), an argument with the name of an option of {@code Intl.NumberFormat}
 * beside a number, dates and times (the zone is the device's), money, styles that ECMA-402 does not share, a form whose key another
 * message has already, plurals and numbers of a text that fell back to a locale with other rules. Not counted: a number whose
 * fourth decimal is a lone 5 is rounded the other way, and a missing argument prints nothing.
 */
@NullMarked
package dev.parlance.formats.i18next;

import org.jspecify.annotations.NullMarked;
