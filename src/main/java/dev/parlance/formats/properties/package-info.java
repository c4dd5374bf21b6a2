/**
 * Bundles as Java's {@code .properties}.
 *
 * <p>The files are UTF-8 for {@code ResourceBundle} since Java 9, or escaped for Java 8 and for {@code Properties.load}.
 *
 * <p>One rule covers all texts: {@code new MessageFormat(bundle.getString(key), locale).format(arguments)}, even without
 * arguments. So every apostrophe is doubled in every text. Some frameworks expect doubling only beside an argument, which makes
 * the syntax of a text depend on its content: once a translator removes the last argument, doubled apostrophes appear on the
 * screen. Arguments come in the order of the contract, strings as {@code String}, numbers as {@code Number}. In right-to-left
 * texts, strings are isolated by U+2068…U+2069, as this service does.
 *
 * <p>The following are lossy:
 *
 * <ul>
 * <li>plurals and selects, which are reduced to {@code other}: Java's {@code ChoiceFormat} compares numbers and has no rules of
 *     languages
 * <li>skeletons and patterns of numbers
 * <li>dates and times, because their time zone and form are the JVM's
 * <li>money
 * <li>numbers where Java groups differently: its {@code DecimalFormat} has one size of groups, Hindi has two
 * <li>numbers where Java up to 19 has other digits (Arabic)
 * <li>numbers of a text that fell back to a locale with other rules, or of a client in a more specific locale with other rules
 * <li>conversions of printf texts that no pattern expresses ({@code %05d})
 * </ul>
 *
 * <p>Java 8 formats numbers by the JDK's own data instead of CLDR, unless {@code java.locale.providers=CLDR} is set.
 *
 * <p>Files are read by the rules of {@code java.util.Properties}, in UTF-8, or in ISO-8859-1 if they are not valid UTF-8, as
 * {@code ResourceBundle} does. Comments directly above a property describe it. Other comments are reported, as they belong to no message.
 * Of several properties with the same key the last one counts, as in Java, and the earlier ones are reported. An escape without four
 * digits is refused, as in Java. The dialect is detected: besides {@code java.text.MessageFormat}, properties often hold texts of other
 * libraries.
 *
 * <p>Descriptions are written as comments. A comment has no escapes, so the escaped form has question marks for other characters than
 * ASCII.
 */
@NullMarked
package dev.parlance.formats.properties;

import org.jspecify.annotations.NullMarked;
