package dev.parlance.catalog;

/** Whom a text is written for. */
public enum Audience implements Labelled {
    /** It may be shown to whoever uses an app. */
    USER,
    /** It explains a fault to who writes the app, and is not to be shown to others. */
    DEVELOPER
}
