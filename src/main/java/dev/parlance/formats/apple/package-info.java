/**
 * The three formats of localised texts in Apple's tools.
 *
 * <p>{@code .strings} files contain texts without plural forms, as pairs of quoted or unquoted strings, in UTF-8 or UTF-16. A comment
 * directly before a pair describes it. The text of a pair without a value is its key. Compiled, binary files are not supported.
 *
 * <p>{@code .stringsdict} files contain plural forms, as an XML property list. The standard document type is accepted and never loaded. A
 * text that consists of one variable becomes plural forms; any other text keeps its variables. The type of a value is ignored, because the
 * forms repeat it. Rules for widths and devices are reported.
 *
 * <p>{@code .xcstrings} files contain all locales of a catalog. If a message has no text in the source language, its key is the text, as in
 * Xcode. Plural variations and substitutions are read; {@code %arg} becomes the conversion that the substitution declares. Of the
 * variations by device, only the one for other devices is read; the rest are reported. The states {@code new}, {@code stale} and
 * {@code needs_review} are drafts. Stale messages are reported as obsolete, and messages with {@code shouldTranslate: false} as not
 * translatable.
 *
 * <p>All texts are format strings of Foundation. In these formats, {@code zero} is the form for the number 0 in every language, so it is
 * also written for the exact number 0. Other exact numbers are lossy.
 */
@NullMarked
package dev.parlance.formats.apple;

import org.jspecify.annotations.NullMarked;
