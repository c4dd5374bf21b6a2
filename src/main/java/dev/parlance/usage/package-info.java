/**
 * Counts of what readers asked for: renders, bundle reads and everything that was missing.
 *
 * <p>Requests are counted in memory, without a lock and without the database. Renders, by far the most frequent, are counted beside the
 * messages of a release and collected from there, which saves a look-up. {@code FlushUsage} adds the counts to those of the other replicas
 * once a minute and when the service stops. A failed flush keeps its counts. If the outcome of a commit is unknown, the counts of that one
 * flush are added again: they are counted twice rather than lost. A replica that is killed loses at most a minute.
 *
 * <p>The day of a count is the UTC day on which its minute began. Counts name messages and languages, never readers.
 *
 * <p>Keys and locales of a catalog bound the number of counts. Unknown names are chosen by clients, so they are limited for each day and
 * catalog; the others are counted together as {@code *}.
 */
@NullMarked
package dev.parlance.usage;

import org.jspecify.annotations.NullMarked;
