package dev.parlance.checks;

/** Gravest first. */
public enum Severity {
    /** A reader would see it broken. */
    ERROR,
    /** Probably a mistake. */
    WARNING,
    /** Worth knowing, and maybe meant. */
    INFORMATION
}
