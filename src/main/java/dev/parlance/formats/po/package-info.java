/**
 * gettext's PO files and POT templates.
 *
 * <p>The key of an entry is {@code msgctxt}, U+0004 and {@code msgid}, as in {@code .mo} files; without a context it is the
 * {@code msgid}. The {@code msgid} is also the source text, even if it looks like an identifier: the file does not tell the
 * difference. An entry without a translation, and so each entry of a template, has a source text only. A file with the header
 * {@code X-Message-Keys: msgctxt}, which the writer adds, has the key in {@code msgctxt} and the source text in {@code msgid}.
 *
 * <p>Plural forms by index become plural categories of CLDR: the expression of {@code Plural-Forms} is evaluated for the
 * numbers from 0 to 200, and a category gets the form that most of its numbers have. A form for single numbers beside those
 * becomes {@code =0}. A category that only fractions have, such as {@code other} in Russian, gets no form, because gettext
 * counts whole numbers. The locale is that of {@code Language}; without one, it is a language with the same expression.
 *
 * <p>{@code fuzzy} is a draft. Flags such as {@code c-format} declare the dialect of a text. In a file with
 * flags, a text without a flag is literal, unless it has the first character of a placeholder. {@code #.} and {@code #} comments
 * become the comment. The following are not read: references to source files ({@code #:}) and previous source texts ({@code
 * #|}), which describe the program and not the message; obsolete entries ({@code #~}), which are reported.
 *
 * <p>The writer has the expressions that gettext's manual recommends, and derives those of other languages from CLDR. It
 * reports an exact number, or a form that the expression has no index for, such as the one for fractions in Russian.
 */
@NullMarked
package dev.parlance.formats.po;

import org.jspecify.annotations.NullMarked;
