/**
 * Bundles for i18next 21 and later (JSON v4): <code>{{name}}</code>, and one text per plural form.
 *
 * <p>The app passes the counted number as {@code count} (with {@code ordinal: true} for an ordinal), the selecting string as
 * {@code context}, and the other arguments by name. i18next supports no other selection. Therefore, a message with one plural and one
 * select is supported, and the text around them is multiplied out: {@code key_one}, {@code key_context}, {@code key_context_one}. Every
 * category of the locale is written, because i18next may not look up any other key. {@code =0} becomes {@code _zero}; any other exact
 * number becomes the category that contains only this number. The setting {@code escapeValue} of the app determines whether inserted values
 * are escaped for HTML; this service prints plain text.
 *
 * <p>Texts with a count print the number as <code>{{count}}</code> if exactly one argument is counted and no other argument is named
 * {@code count}. The plain {@code key} is the text of {@code other} with the declared name, for calls without {@code count}, for which
 * i18next would print the key. A {@code context} that is a plural category without a branch has its own forms ({@code key_one_other}),
 * because i18next looks up {@code key_one} before {@code key_other}.
 *
 * <p>Numbers are written as <code>{{n, number}}</code>, which i18next passes to {@code Intl.NumberFormat}, with options for grouping and
 * decimals. Keys are not nested: i18next finds keys with dots, and no key contains a colon. In right-to-left texts, strings are isolated by
 * U+2068…U+2069, as in this service.
 *
 * <p>The following are lossy:
 *
 * <ul>
 * <li>a second argument to count or to select by
 * <li>an offset
 * <li>an exact number that shares its category with other numbers
 * <li><code>{{</code>, {@code $t(} and braces around a slot as text, because i18next has no quoting
 * <li>an argument that is named like an option of {@code Intl.NumberFormat}, in a text with a number
 * <li>dates and times, because the time zone is that of the device
 * <li>monetary amounts
 * <li>styles that ECMA-402 does not support
 * <li>a form whose key is already the key of another message, and a select if the key of its message is a prefix of another key, such as
 *     {@code item} of {@code item_old}
 * <li>printf conversions that no pattern can express ({@code %05d})
 * <li>plurals and numbers of a text that fell back to a locale with different rules
 * </ul>
 *
 * <p>Three differences are not reported: a number whose fourth decimal is a lone 5 is rounded the other way, a missing argument prints
 * nothing, and a string with right-to-left letters in a left-to-right text is not isolated.
 *
 * <p>The reader supports flat and nested files. Nested names are joined by dots, and array items are named by their position
 * ({@code steps.0}). Keys with plural suffixes become one message if there is a form for {@code other}; a lone {@code step_one} remains a
 * separate key. If the key without a suffix has a different text, all keys remain separate, because a message has one text. Contexts remain
 * separate keys ({@code friend_male}), because their suffixes cannot be distinguished from the rest of a key; their plural forms are
 * combined. Numbers, booleans and null are reported. Texts that refer to other texts ({@code $t(key)}) have no equivalent.
 */
@NullMarked
package dev.parlance.formats.i18next;

import org.jspecify.annotations.NullMarked;
