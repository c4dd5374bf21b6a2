/**
 * The three-way comparison of files, draft and last synchronisation, without side effects.
 *
 * <p>Each text has two digests in the state of the last synchronisation: one of the text in the file, and one of the text that the server
 * exported. They may differ for the same text, because formats and dialects can write it differently, so each side is compared with its own
 * previous digest. Texts that both sides changed are conflicts unless they are equal now. Conflicts and renamed keys require a decision of
 * the user.
 */
@NullMarked
package dev.parlance.cli.sync;

import org.jspecify.annotations.NullMarked;
