/**
 * HTTP resources that turn texts of other systems into messages: {@code resolve} and {@code localize}.
 *
 * <p>They read the snapshots in memory, like {@code rest.delivery}, and work while the database is down. The package is apart from it,
 * because recognition has limits and views of its own.
 *
 * <p>{@code resolve} serves people and tools that ask what a text means, so it returns all candidates. {@code localize} stands between an
 * upstream and its users, so it replaces a text only if it is certain, and passes everything else on unchanged.
 */
@NullMarked
package dev.parlance.rest.recognition;

import org.jspecify.annotations.NullMarked;
