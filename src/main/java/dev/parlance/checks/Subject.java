package dev.parlance.checks;

import dev.parlance.checks.text.Pair;
import dev.parlance.checks.text.Part;
import dev.parlance.checks.text.Typed;
import dev.parlance.checks.text.Written;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A text to be judged, and what it is judged by. No record, because it remembers what its texts were parsed to; for one thread.
 */
public final class Subject {
    private final LocaleTag sourceLocale;
    private final LocaleTag locale;
    private final Written text;
    private final Optional<Written> source;
    private final Contract contract;
    private final OptionalInt limit;
    private final List<Term> terms;
    private final List<String> siblings;
    private @Nullable List<Typed> readable;
    private @Nullable List<Pair> pairs;
    private final List<Typed> typed;

    /**
     * @param source   empty for the source itself
     * @param limit    how long the message may be, in characters as users count them (grapheme clusters)
     * @param terms    of the glossary, in the locale of the text
     * @param siblings other translations in this locale of the same source message
     */
    public Subject(LocaleTag sourceLocale, LocaleTag locale, Written text, Optional<Written> source, Contract contract,
                   OptionalInt limit, List<Term> terms, List<String> siblings) {
        this.sourceLocale = sourceLocale;
        this.locale = locale;
        this.text = text;
        this.source = source;
        this.contract = contract;
        this.limit = limit;
        this.terms = List.copyOf(terms);
        this.siblings = List.copyOf(siblings);
        this.typed = List.of(new Typed(Part.MESSAGE, text, locale, contract), new Typed(Part.DESCRIPTION, text, locale, contract));
    }

    public LocaleTag sourceLocale() {
        return sourceLocale;
    }

    public LocaleTag locale() {
        return locale;
    }

    public Written text() {
        return text;
    }

    public Optional<Written> source() {
        return source;
    }

    public Contract contract() {
        return contract;
    }

    public OptionalInt limit() {
        return limit;
    }

    public List<Term> terms() {
        return terms;
    }

    public List<String> siblings() {
        return siblings;
    }

    Subject with(Part part, String changed) {
        return new Subject(sourceLocale, locale, text.with(part, changed), source, contract, limit, terms, siblings);
    }

    /** Both parts, whatever is wrong with them. */
    List<Typed> parts() {
        return typed;
    }

    /** The parts that parse. */
    List<Typed> readable() {
        if (readable == null) {
            readable = typed.stream().filter(it -> it.refusal().isEmpty()).toList();
        }
        return readable;
    }

    /** The parts of a translation that can be compared with their source; none for the source itself. */
    List<Pair> pairs() {
        if (pairs == null) {
            pairs = source.map(this::paired).orElse(List.of());
        }
        return pairs;
    }

    /** Beside which the text stands. */
    Optional<Typed> source(Typed text) {
        return pairs().stream().filter(it -> it.text() == text).map(Pair::source).findFirst();
    }

    private List<Pair> paired(Written written) {
        var paired = new ArrayList<Pair>();
        for (var it : readable()) {
            var beside = new Typed(it.part(), written, sourceLocale, contract);
            if (it.written() && beside.written() && beside.refusal().isEmpty()) {
                paired.add(new Pair(it, beside));
            }
        }
        return paired;
    }
}
