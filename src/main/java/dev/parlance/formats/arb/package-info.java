/**
 * Application Resource Bundles, the files of Flutter.
 *
 * <p>Read are the texts, {@code @@locale}, and from the metadata of a message its description, and the types and examples of its
 * placeholders. {@code int}, {@code num} and {@code double} are numbers, {@code DateTime} is a date, and everything else a string. All other
 * attributes, such as the format of a placeholder or {@code @@last_modified}, are reported: a message has no place for them. So is metadata
 * of a key that has no text.
 *
 * <p>Flutter takes apostrophes literally unless {@code use-escaping} is set in {@code l10n.yaml}, which no file tells. Such files are read in
 * the ICU dialect instead.
 *
 * <p>Keys are written as they are. Flutter generates a method for each key, so it accepts only those that are Dart names. A date is
 * declared with the format {@code yMd}, because Flutter does not compile a date without one.
 */
@NullMarked
package dev.parlance.formats.arb;

import org.jspecify.annotations.NullMarked;
