package dev.parlance.recognition;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index of texts that finds the messages a rendered text can come from. Immutable and thread-safe. */
public final class Recogniser {
    private final List<Entry> entries;
    private final Map<LocaleTag, ArgumentReader> readers = new HashMap<>();

    private Recogniser(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        entries.forEach(it -> readers.computeIfAbsent(it.locale(), ArgumentReader::new));
    }

    private record Entry(int message, LocaleTag locale, CompiledText text, ArgumentContract contract) {
    }

    /** Collects texts. Not thread-safe. */
    public static final class Builder {
        private final Renderer renderer = new Renderer();
        private final List<Entry> entries = new ArrayList<>();

        /**
         * Adds a text of a message.
         *
         * @param message a number of the caller's choice, which identifies the message in results
         * @throws dev.parlance.rendering.syntax.TextSyntaxException if the text does not follow its syntax
         */
        public Builder add(int message, LocaleTag locale, Syntax syntax, String text, ArgumentContract contract) {
            entries.add(new Entry(message, locale, renderer.compile(syntax, text, locale, contract), contract));
            return this;
        }

        public Recogniser build() {
            return new Recogniser(entries);
        }
    }

    /** Returns the messages that a text can come from, best first. */
    public List<Recognition> recognise(RecognitionQuery query) {
        var found = new ArrayList<Recognition>();
        var budget = new StepBudget(query.text().length());
        for (var entry : entries) {
            if (query.locale().isEmpty() || query.locale().get().equals(entry.locale())) {
                recognise(query, entry, budget).ifPresent(found::add);
            }
        }
        return found.stream().sorted(Recognition.BEST_FIRST).limit(query.limit()).toList();
    }

    private Optional<Recognition> recognise(RecognitionQuery query, Entry entry, StepBudget budget) {
        return Alternative.of(entry.text()).stream().flatMap(it -> {
            budget.startCandidate();
            return ExactMatch.find(it, entry.text(), query.text(), readers.get(entry.locale()), entry.contract(), budget)
                    .map(match -> new Recognition(entry.message(), entry.locale(), match.arguments(), it.literalCharacters(),
                            match.verified(), 0, query.text().length())).stream();
        }).min(Recognition.BEST_FIRST);
    }

    /** Returns the approximate memory of the index. */
    public long sizeInBytes() {
        return 0;
    }
}
