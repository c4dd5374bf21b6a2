/**
 * YAML: the locale files of Ruby on Rails and the translation files of Symfony.
 *
 * <p>Every scalar is read as text; aliases and merge keys are supported. Tags, duplicate keys, several documents, and aliases that expand
 * to millions of values are rejected. Sequences are ignored, because no message is a list; Rails uses them for the names of months.
 *
 * <p>Rails: the root keys are locales. A mapping whose keys are all plural categories is one message with a counted argument {@code count}.
 * Keys are written as nested mappings, split at their dots. A key that would then be read as part of another key or as a plural form is not
 * split, and is reported as lossy, because Rails does not find it.
 *
 * <p>Symfony: keys may be nested or flat, and the path contains the locale. Files of a domain with {@code +intl-icu} contain ICU patterns,
 * all others texts in the Symfony dialect. Files are written as ICU patterns with flat keys, which do not depend on the plural rules of
 * Symfony.
 */
@NullMarked
package dev.parlance.formats.yaml;

import org.jspecify.annotations.NullMarked;
