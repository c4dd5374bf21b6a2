/**
 * Parsed texts and the knowledge of characters that several checks share.
 *
 * <p>{@link dev.parlance.checks.text.ParsedPart} parses one part of a text at most once, for all checks.
 * {@link dev.parlance.checks.text.DisplayText} is the text as a reader sees it, with a mapping to the typed text.
 * {@link dev.parlance.checks.text.TranslationPair} holds a text and its source, and
 * {@link dev.parlance.checks.text.UntranslatableTokens} finds the tokens that stay untranslated.
 *
 * <p>A text with branches has as many variants as its widest argument has branches, not one for every combination. Each outer
 * branch is in one of them, and the work stays linear.
 */
@NullMarked
package dev.parlance.checks.text;

import org.jspecify.annotations.NullMarked;
