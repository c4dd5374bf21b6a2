/**
 * Conversion between the dialects of files and stored texts.
 *
 * <p>The dialect alone decides the stored syntax, except where a text of the dialect can have one of two:
 *
 * <ul>
 * <li>printf: texts of C, Java and Foundation, and texts of Python without names, even if they have no argument
 * <li>plain: literal texts, and texts of Spring without a position in braces
 * <li>ICU: all others, and all plural forms
 * </ul>
 *
 * <p>A text that is stored as ICU or printf in the dialect of the same name keeps its characters, apart from names. Names that are no
 * argument names here are joined in camel case ({@code user.name} becomes {@code userName}), and
 * {@link dev.parlance.formats.dialect.ConvertedText} keeps the written ones.
 *
 * <p>Plural forms become one plural argument. {@code #} stands for the counted argument where a dialect prints it without a style,
 * except in printf and braces. A form {@code zero} in a language without this category becomes {@code =0}, because libraries look it up
 * there for the number 0.
 * A missing {@code other} is the most general form of the file: {@code many}, then {@code few}, {@code two} and {@code one}. Conversions of
 * printf that no pattern expresses, such as {@code %05d}, are rejected in plural forms, because plurals are stored as patterns.
 *
 * <p>Decisions by dialect:
 *
 * <ul>
 * <li>Java: a choice stays one, and the validation of texts rejects it.
 * <li>Braces: a brace without a name is literal. Plurals and selects are ICU's, with literal apostrophes and number signs, as in Flutter.
 * <li>i18next: references to other texts, and formats other than numbers and dates with a style, are rejected.
 * <li>Ruby: percent signs are literal unless another one or a name follows, as in the library i18n.
 * <li>Go: fields and string constants; all other actions of templates are rejected.
 * <li>WebExtensions: a run of dollar signs prints one less, as in browsers. Messages have {@code $1} to {@code $9}.
 * <li>Symfony: a bar separates forms if the text has a placeholder or an interval, or if each form begins with the name of a category.
 *     Otherwise it is literal. Forms without an interval follow the order of CLDR's categories for small whole numbers. Intervals become
 *     exact numbers, and an open one becomes {@code other}.
 * </ul>
 *
 * <p>Writing goes the other way, from the pattern that is delivered, and names what a dialect cannot express. A text around a plural is
 * repeated in each form, for all categories of the locale. A dialect without quoting reads some literals as its own syntax; the writer
 * reads its own text again to find out. Reading what was written gives the same pattern, unless a loss {@code SYNTAX} is named or the
 * locale
 * has categories that the pattern lacks.
 */
@NullMarked
package dev.parlance.formats.dialect;

import org.jspecify.annotations.NullMarked;
