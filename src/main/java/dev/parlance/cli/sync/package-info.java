/**
 * The three-way comparison of files, draft and last synchronisation. Pure.
 *
 * <p>Each text has two digests in the state of the last synchronisation: of the text in the file and of the text that the server exports.
 * They may differ for the same text, because formats and dialects allow several spellings; so each side is compared with its own past.
 * Texts that both sides changed are conflicts unless they are equal now. Nothing is guessed: conflicts and renamed keys wait for an answer.
 */
@NullMarked
package dev.parlance.cli.sync;

import org.jspecify.annotations.NullMarked;
