/**
 * The syntaxes of texts, the printf parser, and the exception for texts that violate their syntax.
 *
 * <p>ICU patterns are parsed by ICU's {@code MessagePattern}. printf has its own parser, because {@link java.util.Formatter} rejects
 * texts that translators write, such as {@code 5%}, and does not accept C's length modifiers.
 */
@NullMarked
package dev.parlance.rendering.syntax;

import org.jspecify.annotations.NullMarked;
