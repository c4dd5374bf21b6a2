/**
 * Bundles as Java {@code .properties} files.
 *
 * <p>The files are UTF-8 for {@code ResourceBundle} since Java 9, or escaped ASCII for Java 8 and {@code Properties.load}.
 *
 * <p>All texts are formatted by the same call: {@code new MessageFormat(bundle.getString(key), locale).format(arguments)}, even without
 * arguments. Therefore, every apostrophe is doubled. Some frameworks expect doubled apostrophes only in texts with arguments, which makes
 * the syntax of a text depend on its content: when a translator removes the last argument, doubled apostrophes appear on the screen.
 * Arguments are passed in the order of the contract, strings as {@code String}, numbers as {@code Number}. In right-to-left texts, strings
 * are isolated by U+2068…U+2069, as in this service.
 *
 * <p>The following are lossy:
 *
 * <ul>
 * <li>plurals and selects, which are reduced to {@code other}: Java's {@code ChoiceFormat} compares numbers and does not support the plural
 *     rules of languages
 * <li>number skeletons and number patterns
 * <li>dates and times, because the JVM determines their time zone and format
 * <li>monetary amounts
 * <li>numbers in locales where Java groups differently: its {@code DecimalFormat} supports one group size, but Hindi has two
 * <li>numbers in locales where Java 19 and earlier use different digits (Arabic)
 * <li>numbers of a text that fell back to a locale with different rules, or of a client in a more specific locale with different rules
 * <li>printf conversions that no pattern can express ({@code %05d})
 * </ul>
 *
 * <p>Java 8 formats numbers with the JDK's own data instead of CLDR, unless {@code java.locale.providers=CLDR} is set.
 *
 * <p>Files are read by the rules of {@code java.util.Properties}, in UTF-8, or in ISO-8859-1 if they are not valid UTF-8, as in
 * {@code ResourceBundle}. Comments directly above a property describe it. Other comments are reported, because they describe no message. Of
 * several properties with the same key, the last one wins, as in Java, and the earlier ones are reported. An escape without four digits is
 * rejected, as in Java. The dialect is detected, because properties often contain texts of libraries other than
 * {@code java.text.MessageFormat}.
 *
 * <p>Descriptions are written as comments. Comments have no escapes, so the ASCII variant contains question marks instead of non-ASCII
 * characters.
 */
@NullMarked
package dev.parlance.formats.properties;

import org.jspecify.annotations.NullMarked;
