/**
 * Android's {@code strings.xml}.
 *
 * <p>The reader supports {@code <string>}, {@code <item type="string">}, {@code <plurals>} and {@code <string-array>}. An array becomes one
 * message per item, with the keys {@code name[0]}, {@code name[1]} and so on; the writer combines consecutive items into an array. A
 * comment directly before an element describes it. {@code tools:locale} of the root declares the locale.
 *
 * <p>Texts are decoded as in aapt2: whitespace outside double quotes is collapsed and trimmed, a backslash escapes
 * {@code \n \t \' \" \\ \@ \? \#} and {@code \}{@code u00e9}, and a backslash before any other character is dropped. CDATA is treated like
 * other text. {@code <xliff:g>} only protects a placeholder for translators, so its content is text. Other elements such as {@code <b>} are
 * kept as text.
 *
 * <p>Texts follow printf; with {@code formatted="false"} they are literal. The writer numbers the arguments of texts that have several
 * ({@code %1$s … %2$s}), because aapt2 rejects them otherwise.
 *
 * <p>The following are reported instead of read: texts with {@code translatable="false"}; references such as {@code @string/other}; texts
 * for a {@code product}, which messages do not support; resources of other types, such as colours.
 *
 * <p>The writer escapes markup, because {@code getString} drops the tags of unescaped markup. It reports names that aapt2 rejects
 * ({@code SYNTAX}), and names that become the same Java identifier as an earlier name ({@code KEY_CONFLICT}).
 */
@NullMarked
package dev.parlance.formats.android;

import org.jspecify.annotations.NullMarked;
