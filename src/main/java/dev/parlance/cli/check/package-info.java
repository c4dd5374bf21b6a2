/**
 * The checks of translations in files, and the reports of their findings.
 *
 * <p>The arguments of a message are those of its source text, as an import would declare them.
 */
@NullMarked
package dev.parlance.cli.check;

import org.jspecify.annotations.NullMarked;
