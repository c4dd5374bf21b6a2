/**
 * The {@code messages.json} of browser extensions.
 *
 * <p>Files are read with message, description and placeholders. A placeholder whose content is one argument ({@code $1}) declares the
 * name and the
 * example of this argument. Its content replaces it in the text, also if that is a text with several arguments, or none. Comments are
 * skipped, as browsers do. Other members are reported.
 *
 * <p>Placeholders are written with the names of the arguments. Beside a literal dollar sign, and for names that browsers do not accept,
 * arguments
 * are positions. Keys are written as they are. Browsers find only keys of letters, digits, {@code _} and {@code @}.
 */
@NullMarked
package dev.parlance.formats.webextension;

import org.jspecify.annotations.NullMarked;
