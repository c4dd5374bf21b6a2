/**
 * Conversion between the dialects of files and stored texts.
 *
 * <p>The dialect alone determines the stored syntax, except for dialects with two possible syntaxes:
 *
 * <ul>
 * <li>printf: texts of C, Java and Foundation, and texts of Python without names, even without arguments
 * <li>plain: literal texts, and texts of Spring without a position in braces
 * <li>ICU: all others, and all plural forms
 * <li>ICU: all other texts, and all plural forms
 *
 * <p>A text that is stored in the syntax of its dialect, ICU or printf, keeps its characters, apart from argument names. Invalid argument
 * names are converted to camel case ({@code user.name} becomes {@code userName}), and {@link dev.parlance.formats.dialect.ConvertedText}
 * records the original names.
 *
 * <p>Plural forms become one plural argument. {@code #} represents the counted argument where a dialect prints it without a style, except
 * in printf and braces. A form {@code zero} in a language without this category becomes {@code =0}, because libraries use it for the number
 * 0. A missing {@code other} is replaced by the most general form of the file: {@code many}, then {@code few}, {@code two} and {@code one}.
 * Printf conversions that no pattern can express, such as {@code %05d}, are rejected in plural forms, because plurals are stored as
 * patterns.
 *
 * <p>Decisions by dialect:
 *
 * <ul>
 * <li>Java: a choice is preserved, and the validation of texts rejects it.
 * <li>Braces: a brace without a name is literal. Plurals and selects follow ICU, with literal apostrophes and number signs, as in Flutter.
 * <li>i18next: references to other texts, and formats other than numbers and dates with a style, are rejected.
 * <li>Ruby: percent signs are literal unless another percent sign or a name follows, as in the i18n gem.
 * <li>Go: fields and string constants are supported; all other template actions are rejected.
 * <li>WebExtensions: a run of dollar signs loses one, as in browsers. Messages support {@code $1} to {@code $9}.
 * <li>Symfony: a bar separates forms if the text has a placeholder or an interval, or if each form begins with the name of a category.
 *     Otherwise, it is literal. Forms without an interval follow the order of the CLDR categories for small whole numbers. Intervals become
 *     exact numbers, and an open interval becomes {@code other}.
 * </ul>
 *
 * <p>Writing converts the delivered pattern to the dialect, and reports the parts that the dialect cannot express. The text around a plural
 * is repeated in each form, for all categories of the locale. A dialect without quoting reads some literals as its own syntax; to detect
 * this, the writer parses the text that it has written. Reading a written text returns the same pattern, unless the loss {@code SYNTAX} is
 * reported or the locale has categories that the pattern lacks.
 */
@NullMarked
package dev.parlance.formats.dialect;

import org.jspecify.annotations.NullMarked;
