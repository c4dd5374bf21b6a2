/**
 * Validation and compilation of printf and ICU texts, and the arguments that are inserted into them.
 *
 * <p>The package is pure: no container, clock, log or database. {@code rendering.syntax} parses printf texts,
 * {@code rendering.compiled} holds the instructions and runs them.
 *
 * <p>The compiler traverses ICU's own parse of a pattern ({@code MessagePattern}) and uses ICU's own formatters. The output
 * therefore equals ICU's, character for character; only the traversal is ours. ICU's {@code MessageFormat} itself is neither
 * immutable nor thread-safe, does not report missing arguments and cannot tell which argument to isolate.
 *
 * <p>printf texts are compiled directly, not through the derived pattern, because a pattern cannot express {@code %05d} or
 * {@code %.3s}. If both can express the same, both print the same.
 *
 * <p>Texts from outside pass {@link dev.parlance.rendering.PatternValidator} first, and are compiled with formatters that are not
 * cached.
 */
@NullMarked
package dev.parlance.rendering;

import org.jspecify.annotations.NullMarked;
