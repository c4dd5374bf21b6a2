/**
 * The three formats of localized texts in Apple's tools.
 *
 * <p>{@code .strings} has texts without plural forms, as pairs of quoted or unquoted strings, in UTF-8 or UTF-16. A comment
 * directly before a pair is its comment. A pair without a value has the key as its text. Compiled files, which are binary, are
 * not read.
 *
 * <p>{@code .stringsdict} has plural forms, as a property list in XML. The standard document type is accepted and never loaded.
 * A text that consists of one variable becomes plural forms; any other one keeps its variables. The type of a value is not
 * read, because the forms repeat it. Rules for widths and devices are reported.
 *
 * <p>{@code .xcstrings} has all locales of a catalog in one file. A message without a text in the source language has its key
 * as the text, as in Xcode. Plural variations and substitutions are read; {@code %arg} becomes the conversion that the
 * substitution declares. Of variations by device, the one for other devices is read, and the rest is reported. The states
 * {@code new}, {@code stale} and {@code needs_review} are drafts. Stale messages are reported as obsolete, and those with
 * {@code shouldTranslate: false} as not translatable.
 *
 * <p>All texts are format strings of Foundation. In these formats, {@code zero} is the form of the number 0 in every language,
 * so it is also written for the exact number 0. Other exact numbers are lossy.
 */
@NullMarked
package dev.parlance.formats.apple;

import org.jspecify.annotations.NullMarked;
