/**
 * Bundles as Java's {@code .properties}: in UTF-8 for {@code ResourceBundle} since Java 9, and escaped for Java 8 and for
 * {@code Properties.load}.
 *
 * <p>One rule for all texts: {@code new MessageFormat(bundle.getString(key), locale).format(arguments)}, also where there is no argument.
 * So every apostrophe is doubled in every text. The other way, to double them only beside an argument as some frameworks expect, makes
 * the syntax of a text depend on its content: the day a translator takes an argument out, its apostrophes double on the screen. The
 * arguments come in the order of the contract, strings as {@code String}, numbers as {@code FoundNumber}. Strings of right-to-left texts
 * are set apart with U+2068…U+2069, as the service does.
 *
 * <p>Lossy are: plurals and selects, of which {@code other} is left (Java's {@code ChoiceFormat} compares numbers and knows no language);
 * skeletons and patterns of numbers; dates and times, for zone and form are the JVM's; money; numbers where Java groups otherwise
 * (its {@code DecimalFormat} has one size of groups, Hindi two) or has other digits up to Java 19 (Arabic), or in a text that fell
 * back to a locale with other rules. Numbers of Java 8 follow the JDK's own data, not CLDR, unless
 * {@code java.locale.providers=CLDR} says so.
 */
@NullMarked
package dev.parlance.formats.properties;

import org.jspecify.annotations.NullMarked;
