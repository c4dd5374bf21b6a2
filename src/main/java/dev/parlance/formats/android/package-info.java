/**
 * Android's {@code strings.xml}.
 *
 * <p>Read are {@code <string>}, {@code <item type="string">}, {@code <plurals>} and {@code <string-array>}. An array becomes
 * one message for each item with the key {@code name[0]}, {@code name[1]} and so on; the writer makes an array of consecutive
 * ones. A comment directly before an element is its comment. {@code tools:locale} of the root declares the locale.
 *
 * <p>Texts are decoded as aapt2 does: whitespace outside double quotes is collapsed and trimmed, a backslash escapes {@code \n
 * \t \' \" \\ \@ \? \#} and {@code \}{@code u00e9}, and a backslash before any other character is dropped. CDATA is text like
 * any other. {@code <xliff:g>} only protects a placeholder for translators, so its content is text. Other elements such as
 * {@code <b>} are kept as text.
 *
 * <p>Texts follow printf; with {@code formatted="false"} they are literal.
 *
 * <p>Not read, and reported: texts with {@code translatable="false"}; references such as {@code @string/other}; texts for a
 * {@code product}, which messages do not have; resources of other types such as colours.
 *
 * <p>The writer escapes markup, because {@code getString} drops the tags of unescaped markup. It reports names that aapt2 does
 * not accept ({@code SYNTAX}), and names that become the same Java identifier as an earlier one ({@code KEY_CONFLICT}).
 */
@NullMarked
package dev.parlance.formats.android;

import org.jspecify.annotations.NullMarked;
