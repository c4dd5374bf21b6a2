/**
 * The compiled form of a text: immutable, shared instructions and the formatters they use.
 *
 * <p>A text is compiled once, when it is loaded. {@link dev.parlance.rendering.compiled.CompiledText} runs the instructions
 * without a lock and without parsing.
 *
 * <p>Rendering always yields a text. A missing argument stays visible as {@code {name}}, and so does an argument of the wrong type
 * if the text needs a number or a date. Both are reported beside the text. Rendering fails only if the output would exceed
 * {@link dev.parlance.rendering.compiled.RenderContext#MAX_OUTPUT_LENGTH}.
 *
 * <p>Small integers, their plural categories, and the days of a hundred years come from tables. The tables are filled with ICU's
 * output when a locale or style is first used. Most numbers and dates in messages are in these tables, and calling ICU each time
 * costs several times as much. Everything else is formatted by ICU.
 *
 * <p>ICU's formatters are kept per thread: date formats are not thread-safe, and threads that share a number formatter contend for
 * its call counter.
 */
@NullMarked
package dev.parlance.rendering.compiled;

import org.jspecify.annotations.NullMarked;
