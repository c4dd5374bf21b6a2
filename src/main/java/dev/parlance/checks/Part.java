package dev.parlance.checks;

/** The two texts of a message in a locale. */
public enum Part {
    MESSAGE,
    DESCRIPTION
}
