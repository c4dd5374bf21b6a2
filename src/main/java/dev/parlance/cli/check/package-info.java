/**
 * The checks of translations in files, and the reports of their findings.
 *
 * <p>The arguments of a message are inferred from its source text, as in an import.
 */
@NullMarked
package dev.parlance.cli.check;

import org.jspecify.annotations.NullMarked;
