/**
 * What Parlance refuses, and why: a code of our own catalog with its arguments.
 *
 * <p>This room is the leaf of the house: every other room may import it, it imports none. It exists because the pure rooms
 * (locales, rendering, formats) have refusals of their own, and a refusal must be able to travel from there to the edge
 * without being translated on the way. What status a refusal has and how it reads is not said here but in the catalog
 * {@code parlance}; {@code ProblemTypeTest} holds the two together.
 */
@NullMarked
package dev.parlance.problems;

import org.jspecify.annotations.NullMarked;
