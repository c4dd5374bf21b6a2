package dev.parlance.recognition;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * An index of texts that finds the messages a rendered text can come from. Immutable and thread-safe.
 *
 * <p>The time for a query grows with the length of the text only: the work for each query is bounded by a {@link StepBudget}.
 */
public final class Recogniser {
    /** Results are ranked after this many times the limit were found, because more of them are equally good. */
    private static final int MOST_COMPARED = 4;

    private final IndexedTexts texts;
    private final TextIndex index;

    private Recogniser(IndexedTexts texts) {
        this.texts = texts;
        this.index = new TextIndex(texts);
    }

    /** Collects texts. Not thread-safe. */
    public static final class Builder {
        private final Renderer renderer = new Renderer();
        private final IndexedTexts.Builder texts = new IndexedTexts.Builder();

        /**
         * Adds a text of a message.
         *
         * @param message a number of the caller's choice, which identifies the message in results
         * @throws dev.parlance.rendering.syntax.TextSyntaxException if the text does not follow its syntax
         */
        public Builder add(int message, LocaleTag locale, Syntax syntax, String text, ArgumentContract contract) {
            texts.add(message, locale, renderer.compile(syntax, text, locale, contract), contract);
            return this;
        }

        public Recogniser build() {
            return new Recogniser(texts.build());
        }
    }

    /**
     * Returns the messages that a text can come from, best first.
     *
     * <p>An exact query returns messages that render to the whole text; those with an argument that cannot be read back are not
     * {@linkplain Recognition#exact() exact}. Texts without a literal of two letters or digits match nearly everything; they are only
     * looked for if fewer messages than the limit are found otherwise.
     */
    public List<Recognition> recognise(RecognitionQuery query) {
        return new Search(query).run();
    }

    /** Returns the number of steps that a query takes, which is the same on every machine. */
    long countSteps(RecognitionQuery query) {
        var search = new Search(query);
        search.run();
        return search.budget.spent();
    }

    /** Returns the approximate memory of the texts and their index. */
    public long sizeInBytes() {
        return index.sizeInBytes();
    }

    /** The state of a query. */
    private final class Search {
        private final RecognitionQuery query;
        private final FoldedText folded;
        private final StepBudget budget;
        private final List<Recognition> found = new ArrayList<>();
        private int fewestLiterals = Integer.MAX_VALUE;

        Search(RecognitionQuery query) {
            this.query = query;
            this.folded = FoldedText.of(query.text());
            this.budget = new StepBudget(query.text().length());
        }

        List<Recognition> run() {
            addAll(index.findExact(folded, budget), this::match);
            if (query.tolerant()) {
                addAll(index.findTolerant(folded, budget), this::matchTolerantly);
            }
            for (var group : index.withoutAnchor()) {
                for (int i = 0; i < group.length && found.size() < query.limit() && !budget.isSpent(); i++) {
                    if (!add(group[i], this::match)) {
                        break;
                    }
                }
            }
            return found.stream().sorted(Recognition.BEST_FIRST).limit(query.limit()).toList();
        }

        private void addAll(int[] candidates, IntFunction<Optional<Recognition>> match) {
            int before = found.size();
            for (int text : candidates) {
                int count = found.size() - before;
                boolean complete = count >= query.limit() && texts.literalCharacters()[text] < fewestLiterals;
                if (complete || count >= MOST_COMPARED * query.limit() || budget.isSpent()) {
                    return;
                }
                add(text, match);
            }
        }

        private boolean add(int text, IntFunction<Optional<Recognition>> match) {
            if (query.locale().isPresent() && !query.locale().get().equals(texts.locale(text))) {
                return true;
            }
            var recognition = match.apply(text);
            recognition.filter(it -> found.stream().noneMatch(other -> isSameText(it, other))).ifPresent(it -> {
                found.add(it);
                fewestLiterals = Math.min(fewestLiterals, it.literalCharacters());
            });
            return recognition.isPresent();
        }

        private static boolean isSameText(Recognition one, Recognition other) {
            return one.message() == other.message() && one.locale().equals(other.locale());
        }

        private Optional<Recognition> match(int text) {
            if (!texts.compiled(text).hasOuterLiterals(query.text())) {
                return Optional.empty();
            }
            var compiled = texts.compiled(text);
            return best(text, it -> ExactMatch.find(it, compiled, query.text(), texts.reader(text), texts.contract(text), budget)
                    .map(match -> new Recognition(texts.message(text), texts.locale(text), match.arguments(), it.literalCharacters(),
                            match.verified(), 0, query.text().length())));
        }

        private Optional<Recognition> matchTolerantly(int text) {
            return best(text, it -> TolerantMatch.find(it, query.text(), folded, texts.reader(text), texts.contract(text), budget)
                    .map(match -> new Recognition(texts.message(text), texts.locale(text), match.arguments(), match.literalCharacters(),
                            false, match.start(), match.end())));
        }

        private Optional<Recognition> best(int text, Function<Alternative, Optional<Recognition>> match) {
            Recognition best = null;
            for (var alternative : texts.alternatives(text)) {
                budget.startCandidate();
                var found = match.apply(alternative).orElse(null);
                if (found != null && (best == null || Recognition.BEST_MATCH_FIRST.compare(found, best) < 0)) {
                    best = found;
                }
            }
            return Optional.ofNullable(best);
        }
    }
}
