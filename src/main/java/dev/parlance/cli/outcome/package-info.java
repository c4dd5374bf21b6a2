/** Exit codes of commands, and failures that name a remedy. */
@NullMarked
package dev.parlance.cli.outcome;

import org.jspecify.annotations.NullMarked;
