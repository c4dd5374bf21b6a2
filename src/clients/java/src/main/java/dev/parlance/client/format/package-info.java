/**
 * The code shared by formatting with and without ICU4J (arguments, isolation of right-to-left text), and the formatter without it.
 *
 * <p>ICU4J is optional, because it has 15 MB, which is large for an Android app. {@code java.text} has no plural rules, and a table of
 * our own would become outdated. {@link dev.parlance.client.format.SimpleFormatter} therefore does not choose plural forms.
 */
package dev.parlance.client.format;
