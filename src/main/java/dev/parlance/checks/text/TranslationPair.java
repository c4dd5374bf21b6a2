package dev.parlance.checks.text;

/** A translation beside its source; both can be read and are not empty. */
public record TranslationPair(ParsedPart text, ParsedPart source) {

    public boolean isSameLanguage() {
        return text.language().equals(source.language());
    }
}
