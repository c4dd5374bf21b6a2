package dev.parlance.catalog;

/** The readers that a text is written for. */
public enum Audience implements Labelled {
    /** Users of an app. Apps may show the text to them. */
    USER,
    /** Developers of an app. The text explains a fault and must not be shown to users. */
    DEVELOPER
}
