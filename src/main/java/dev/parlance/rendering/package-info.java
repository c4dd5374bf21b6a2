/**
 * From a text as it was typed to the text a reader sees: printf and ICU patterns, arguments, isolation of
 * right-to-left text. Pure: no container, clock, log or database.
 *
 * <p>A text is compiled once, when it is loaded, into immutable instructions that all threads share; rendering runs them.
 * The compiler walks ICU's own parse of the pattern ({@code MessagePattern}) and takes ICU's own formatters, so that the result is
 * ICU's, character for character; only the walk is ours. ICU's {@code MessageFormat} itself is neither immutable nor
 * thread-safe, knows no report of missing arguments and cannot tell which argument to isolate.
 *
 * <p>Rendering never throws at the reader. A missing argument stays visible as {@code {name}}, so does one of the wrong
 * type where a number or a date is needed, and both are reported beside the text. Only work without bound is refused.
 *
 * <p>Small whole numbers, their plural categories, and the days of a hundred years come from tables that are filled with what
 * ICU prints, when a locale or style is first met: most numbers and dates in messages are among them, and asking ICU
 * each time costs several times as much. Everything else asks ICU.
 *
 * <p>What strangers send passes {@code PatternValidator} first, and is compiled with formats that are not kept.
 *
 * <p>printf texts run their own instructions instead of the derived pattern: {@code %05d} or {@code %.3s} cannot be said in a
 * pattern. Where both can say the same, they print the same.
 */
@NullMarked
package dev.parlance.rendering;

import org.jspecify.annotations.NullMarked;
