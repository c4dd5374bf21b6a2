/**
 * Application Resource Bundles, the files of Flutter.
 *
 * <p>The reader supports the texts, {@code @@locale}, the description of each message, and the types and examples of its placeholders.
 * {@code int}, {@code num} and {@code double} are numbers, {@code DateTime} is a date, and any other type is a string. All other
 * attributes, such as the format of a placeholder or {@code @@last_modified}, are reported, because messages do not support them. Metadata
 * of a key without a text is reported too.
 *
 * <p>Flutter treats apostrophes as literal unless {@code use-escaping} is set in {@code l10n.yaml}, which is not visible in the file.
 * Import files of such projects in the ICU dialect.
 *
 * <p>Keys are written unchanged. Flutter generates a method for each key, so it accepts only keys that are Dart names. A date is declared
 * with the format {@code yMd}, because Flutter does not compile a date without a format.
 */
@NullMarked
package dev.parlance.formats.arb;

import org.jspecify.annotations.NullMarked;
