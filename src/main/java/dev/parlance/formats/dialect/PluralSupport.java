package dev.parlance.formats.dialect;

/** The plural forms that a file format supports. */
public enum PluralSupport {
    /** None: a text is reduced to its {@code other} form and reported as lossy. */
    NONE,
    /** Forms of a whole text, selected by one counted argument. */
    FORMS,
    /** Forms of several parts of a text. */
    SUBSTITUTIONS
}
