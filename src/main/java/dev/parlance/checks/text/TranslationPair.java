package dev.parlance.checks.text;

/** A translation and its source, both of which compile and are not empty. */
public record TranslationPair(ParsedPart text, ParsedPart source) {

    public boolean isSameLanguage() {
        return text.language().equals(source.language());
    }
}
