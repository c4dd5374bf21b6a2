/**
 * The PO files and POT templates of gettext.
 *
 * <p>The key of an entry is {@code msgctxt}, U+0004 and {@code msgid}, as in {@code .mo} files; without a context, it is the {@code msgid}.
 * The {@code msgid} is also the source text, even if it looks like an identifier, because the file does not distinguish them. An entry
 * without a translation, such as every entry of a template, has only a source text. A file with the header {@code X-Message-Keys: msgctxt},
 * which the writer adds, has the key in {@code msgctxt} and the source text in {@code msgid}.
 *
 * <p>Plural forms by index become CLDR plural categories: the expression of {@code Plural-Forms} is evaluated for the numbers from 0 to
 * 200, and a category gets the form that most of its numbers have. A form for single numbers beside those becomes an exact form such as
 * {@code =0}. A category that only fractions have, such as {@code other} in Russian, gets no form, because gettext counts whole numbers.
 * The locale is that of {@code Language}, or else a language with the same expression.
 *
 * <p>The state of {@code fuzzy} entries is draft. Flags such as {@code c-format} declare the dialect of a text. In a file with flags, a
 * text without a flag is literal, unless it contains the first character of a placeholder. {@code #.} and {@code #} comments become the
 * comment. References to source files ({@code #:}) and previous source texts ({@code #|}) are skipped, because they describe the program
 * and not the message. Obsolete entries ({@code #~}) are reported.
 *
 * <p>The writer uses the expressions that the gettext manual recommends, and derives those of other languages from CLDR. It reports exact
 * numbers, and forms that have no index in the expression, such as the form for fractions in Russian.
 */
@NullMarked
package dev.parlance.formats.po;

import org.jspecify.annotations.NullMarked;
