package dev.parlance.checks;

/** A translation beside its source; both can be read and are not empty. */
record Pair(Typed text, Typed source) {

    boolean sameLanguage() {
        return text.language().equals(source.language());
    }
}
