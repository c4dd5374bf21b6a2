/**
 * YAML: the locale files of Ruby on Rails and the translation files of Symfony.
 *
 * <p>Read: every scalar as a text, with aliases and merge keys. Rejected: tags, duplicate keys, several documents, and aliases that
 * expand to millions of values. Sequences are not read, because no message is a list; Rails keeps names of months in them.
 *
 * <p>Rails: the root keys are locales. A mapping whose keys are all plural categories is one message with a counted argument {@code
 * count}. Written keys are nested at their dots. A key that would then be read as part of another one, or as a plural form, is
 * written as a whole and reported as lossy, because Rails does not find it.
 *
 * <p>Symfony: keys may be nested or flat, and the path has the locale. Files of a domain with {@code +intl-icu} have ICU patterns,
 * all others the dialect of Symfony. Written are ICU patterns under flat keys, which need no plural rules of Symfony's own.
 */
@NullMarked
package dev.parlance.formats.yaml;

import org.jspecify.annotations.NullMarked;
