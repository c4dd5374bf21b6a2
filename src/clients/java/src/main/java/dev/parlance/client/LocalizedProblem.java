package dev.parlance.client;

import java.util.Optional;

/** An error with a text in the language of the user. */
public final class LocalizedProblem {
    private final String key;
    private final String text;
    private final String language;

    LocalizedProblem(String key, String text, String language) {
        this.key = key;
        this.text = text;
        this.language = language;
    }

    /** Returns the key of the message; empty if the catalog has none for the error. */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    public String text() {
        return text;
    }

    /** Returns the language tag of the text; empty if the text is that of the error itself. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    @Override
    public String toString() {
        return text;
    }
}
