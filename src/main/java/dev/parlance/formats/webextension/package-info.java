/**
 * The {@code messages.json} of browser extensions.
 *
 * <p>The reader supports message, description and placeholders. A placeholder whose content is one argument ({@code $1}) declares the name
 * and the example of this argument. Its content replaces the placeholder in the text, even if the content is a text with several arguments,
 * or without any. Comments are skipped, as in browsers. Other members are reported.
 *
 * <p>Placeholders are named like the arguments. Arguments are written as positions in texts with a literal dollar sign, and if browsers do
 * not accept their names. Keys are written unchanged. Browsers find only keys that consist of letters, digits, {@code _} and {@code @}.
 */
@NullMarked
package dev.parlance.formats.webextension;

import org.jspecify.annotations.NullMarked;
