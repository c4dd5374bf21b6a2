package dev.parlance.checks;

/** @param text the whole part as it should be typed */
public record Fix(String text) {
}
