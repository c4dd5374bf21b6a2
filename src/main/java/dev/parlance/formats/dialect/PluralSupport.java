package dev.parlance.formats.dialect;

/** The plural forms that a file format can hold. */
public enum PluralSupport {
    /** None: a text is reduced to its {@code other} forms, and reported as lossy. */
    NONE,
    /** Forms of a whole text by one counted argument. */
    FORMS,
    /** Forms of several parts of a text. */
    SUBSTITUTIONS
}
