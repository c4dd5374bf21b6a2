package dev.parlance.checks.text;

/** The two parts of a text in one locale. */
public enum TextPart {
    MESSAGE,
    DESCRIPTION
}
