/**
 * The types of problems that Parlance reports, and the exception that carries one to the HTTP edge.
 *
 * <p>A problem is a code of our own catalog with its arguments. Its status and texts are not defined here but in the catalog
 * {@code parlance}; {@code ProblemTypeTest} verifies that both agree.
 *
 * <p>This package imports no other package of ours, and every other package may import it. The pure packages ({@code locales},
 * {@code rendering}, {@code formats}) report problems of their own, and a problem must reach the edge without being converted on
 * the way.
 */
@NullMarked
package dev.parlance.problems;

import org.jspecify.annotations.NullMarked;
