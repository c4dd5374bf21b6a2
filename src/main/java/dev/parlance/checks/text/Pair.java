package dev.parlance.checks.text;

/** A translation beside its source; both can be read and are not empty. */
public record Pair(Typed text, Typed source) {

    public boolean sameLanguage() {
        return text.language().equals(source.language());
    }
}
