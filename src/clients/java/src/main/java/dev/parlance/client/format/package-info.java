/**
 * What is common to formatting with and without ICU4J: arguments, isolation of right-to-left text, and the formatter without ICU4J.
 *
 * <p>ICU4J has 15 MB, which is much for an Android app, so it is optional. {@code java.text} has no plural rules, and a table of our own
 * would age. {@link dev.parlance.client.format.SimpleFormatter} therefore does not choose plural forms.
 */
package dev.parlance.client.format;
