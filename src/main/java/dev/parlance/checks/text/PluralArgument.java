package dev.parlance.checks.text;

import java.util.Set;

/**
 * A plural argument of a pattern.
 *
 * @param name as typed: a name or a position
 * @param categories the categories of its branches, in order
 * @param exactValues the numbers with a branch of their own
 */
public record PluralArgument(String name, boolean ordinal, double offset, Set<String> categories, Set<Double> exactValues, Span span) {
}
