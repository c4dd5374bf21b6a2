/**
 * Bundles for i18next 21 and later (JSON v4): <code>{{name}}</code>, and one text per plural form.
 *
 * <p>The app passes the counted number as {@code count} (with {@code ordinal: true} for an ordinal), the selecting string as
 * {@code context}, and the other arguments by name. These two are i18next's only means of selection. So a message with one plural
 * and one select is supported, and its surrounding text is multiplied out: {@code key_one}, {@code key_context},
 * {@code key_context_one}. Every category of the locale is written, because i18next may look up no other key. {@code =0} becomes
 * {@code _zero}; any other exact number becomes the category that stands for this number alone. The app's {@code escapeValue}
 * decides whether inserted values are escaped for HTML; this service prints plain text.
 *
 * <p>Counted texts print the number as <code>{{count}}</code> if one argument is counted and no other is named {@code count}. The
 * bare {@code key} is the text of {@code other} with the declared name, for a call without {@code count}: i18next would print the
 * key. A {@code context} that is a plural category and no branch has forms of its own ({@code key_one_other}), because i18next
 * looks up {@code key_one} before {@code key_other}.
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
 * <li>a form whose key another message has already, and a select whose message has the key of another message as its start, such as
 *     {@code item} beside {@code item_old}
 * <li>a conversion of a printf text that has no pattern ({@code %05d})
 * <li>plurals and numbers of a text that fell back to a locale with other rules
 * </ul>
 *
 * <p>Three differences are not counted: a number whose fourth decimal is a lone 5 is rounded the other way, a missing argument
 * prints nothing, and a string with right-to-left letters in a left-to-right text is not isolated.
 *
 * <p>Files are read flat and nested, with dots between the names, and with the position of items in arrays ({@code steps.0}). Keys with
 * the suffixes of plural forms become one message if there is a form for {@code other}; {@code step_one} alone stays a key of its own.
 * If the key without a suffix has a text of its own, all of them stay keys of their own, because a message has one text. Contexts are
 * keys of their own ({@code friend_male}), because no suffix tells them from other keys; their plural forms are combined. Numbers,
 * booleans and null are reported. Texts that refer to others ({@code $t(key)}) have no equivalent here.
 */
@NullMarked
package dev.parlance.formats.i18next;

import org.jspecify.annotations.NullMarked;
