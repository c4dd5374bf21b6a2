package dev.parlance.checks;

/**
 * A correction of one part of a text.
 *
 * @param text the complete part, as it should be typed
 */
public record Fix(String text) {
}
