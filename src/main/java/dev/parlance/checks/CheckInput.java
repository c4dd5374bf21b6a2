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
 * A text to check, with its source, argument contract and glossary terms.
 *
 * <p>Not a record, because it caches the parsed texts. Not thread-safe.
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
     * Creates the input for a text in one locale.
     *
     * @param source the text in the source locale; empty if {@code text} is the source itself
     * @param maxLength the maximum length of the message, in grapheme clusters
     * @param terms the glossary terms, translated to the locale of the text
     * @param otherTranslations other translations of the same source message in this locale
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
        this.parts = List.of(new ParsedPart(TextPart.MESSAGE, text, locale, contract),
                new ParsedPart(TextPart.DESCRIPTION, text, locale, contract));
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

    /** Returns both parts, including those that do not compile. */
    public List<ParsedPart> parts() {
        return parts;
    }

    /** Returns the parts that compile. */
    public List<ParsedPart> parsedParts() {
        if (parsed == null) {
            parsed = parts.stream().filter(it -> it.problem().isEmpty()).toList();
        }
        return parsed;
    }

    /** Returns the parts that can be compared with their source; empty if the text is the source itself. */
    public List<TranslationPair> pairs() {
        if (pairs == null) {
            pairs = source.map(this::pairWithSource).orElse(List.of());
        }
        return pairs;
    }

    /** Returns the source of a part, if the two can be compared. */
    public Optional<ParsedPart> source(ParsedPart text) {
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
