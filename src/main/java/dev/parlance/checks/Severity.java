package dev.parlance.checks;

/** The severity of a finding, most severe first. */
public enum Severity {
    /** Looks broken to a reader. */
    ERROR,
    /** Probably a mistake. */
    WARNING,
    /** Worth knowing, and possibly intended. */
    INFORMATION
}
