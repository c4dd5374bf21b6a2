package dev.parlance.checks.text;

/** The two texts of a message in a locale. */
public enum TextPart {
    MESSAGE,
    DESCRIPTION
}
