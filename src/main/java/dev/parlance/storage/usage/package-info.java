/** The counts of usage in PostgreSQL, and the reports about them. */
@NullMarked
package dev.parlance.storage.usage;

import org.jspecify.annotations.NullMarked;
