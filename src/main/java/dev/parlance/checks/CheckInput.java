package dev.parlance.checks;

import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.TextPart;
import dev.parlance.checks.text.TranslationPair;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A text to be judged, and what it is judged by. No record, because it remembers what its texts were parsed to; for one thread.
 */
public final class CheckInput {
    private final LocaleTag sourceLocale;
    private final LocaleTag locale;
    private final CheckedText text;
    private final Optional<CheckedText> source;
    private final ArgumentContract contract;
    private final OptionalInt maxLength;
    private final List<CheckedTerm> terms;
    private final List<String> otherTranslations;
    private @Nullable List<ParsedPart> parsed;
    private @Nullable List<TranslationPair> pairs;
    private final List<ParsedPart> parts;

    /**
     * @param source   empty for the source itself
     * @param limit    how long the message may be, in characters as users count them (grapheme clusters)
     * @param terms    of the glossary, in the locale of the text
     * @param siblings other translations in this locale of the same source message
     */
    public CheckInput(LocaleTag sourceLocale, LocaleTag locale, CheckedText text, Optional<CheckedText> source, ArgumentContract contract,
                   OptionalInt maxLength, List<CheckedTerm> terms, List<String> otherTranslations) {
        this.sourceLocale = sourceLocale;
        this.locale = locale;
        this.text = text;
        this.source = source;
        this.contract = contract;
        this.maxLength = maxLength;
        this.terms = List.copyOf(terms);
        this.otherTranslations = List.copyOf(otherTranslations);
        this.parts = List.of(new ParsedPart(TextPart.MESSAGE, text, locale, contract), new ParsedPart(TextPart.DESCRIPTION, text, locale, contract));
    }

    public LocaleTag sourceLocale() {
        return sourceLocale;
    }

    public LocaleTag locale() {
        return locale;
    }

    public CheckedText text() {
        return text;
    }

    public Optional<CheckedText> source() {
        return source;
    }

    public ArgumentContract contract() {
        return contract;
    }

    public OptionalInt maxLength() {
        return maxLength;
    }

    public List<CheckedTerm> terms() {
        return terms;
    }

    public List<String> otherTranslations() {
        return otherTranslations;
    }

    CheckInput with(TextPart part, String changed) {
        return new CheckInput(sourceLocale, locale, text.with(part, changed), source, contract, maxLength, terms, otherTranslations);
    }

    /** Both parts, whatever is wrong with them. */
    List<ParsedPart> parts() {
        return parts;
    }

    /** The parts that parse. */
    List<ParsedPart> parsedParts() {
        if (parsed == null) {
            parsed = parts.stream().filter(it -> it.problem().isEmpty()).toList();
        }
        return parsed;
    }

    /** The parts of a translation that can be compared with their source; none for the source itself. */
    List<TranslationPair> pairs() {
        if (pairs == null) {
            pairs = source.map(this::pairWithSource).orElse(List.of());
        }
        return pairs;
    }

    /** Beside which the text stands. */
    Optional<ParsedPart> source(ParsedPart text) {
        return pairs().stream().filter(it -> it.text() == text).map(TranslationPair::source).findFirst();
    }

    private List<TranslationPair> pairWithSource(CheckedText source) {
        var paired = new ArrayList<TranslationPair>();
        for (var it : parsedParts()) {
            var sourcePart = new ParsedPart(it.part(), source, sourceLocale, contract);
            if (it.hasText() && sourcePart.hasText() && sourcePart.problem().isEmpty()) {
                paired.add(new TranslationPair(it, sourcePart));
            }
        }
        return paired;
    }
}
