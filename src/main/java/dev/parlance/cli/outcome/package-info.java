/** How a command ends: exit codes, and failures with a remedy. */
@NullMarked
package dev.parlance.cli.outcome;

import org.jspecify.annotations.NullMarked;
